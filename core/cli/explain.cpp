#include "core/cli/explain.h"

#include <algorithm>

#include "core/cli/figures.h"
#include "core/cli/naming.h"
#include "core/cli/value_lines.h"
#include "core/measure.h"

namespace benefits::cli {

namespace {

using Args = std::vector<Member>;

bool is_institution(Subject subject) {
  using enum Subject::Kind;
  return subject.kind == kindergarten || subject.kind == childcare || subject.kind == tutoring;
}

// What serves a family binds an institution: both have names of their own there.
std::string force_key(const Benefit& benefit) {
  const Force force = benefit.entry->force;
  const std::string key = "force." + std::string(word(force));
  const bool is_named_apart = force == Force::claim || force == Force::service;
  return is_named_apart && is_institution(benefit.subject) ? key + ".institution" : key;
}

class Explanation {
 public:
  Explanation(const Result& result, const Messages& messages)
      : result_(result), m_(messages), names_(*result.policy, messages) {}

  std::string text() {
    line(0, m_.text("source." + result_.policy->id));
    line(0, m_.text("note.as_of", {{"as_of", result_.as_of}}));
    const Policy& policy = *result_.policy;
    line(0, m_.text("explain.edition", {{"number", std::string_view(policy.document_number)},
                                        {"edition", std::string_view(policy.edition)}}));
    if (!result_.in_force) {
      line(0, m_.text("explain.not_in_force"));
      return std::move(out_);
    }
    summary();
    section("explain.entitled", Status::entitled);
    section("explain.unknown", Status::unknown);
    section("explain.not_entitled", Status::not_entitled);
    questions();
    notes();
    return std::move(out_);
  }

 private:
  void line(int level, const std::string& text) {
    out_.append(2 * static_cast<std::size_t>(level + depth_), ' ').append(text).append("\n");
  }
  void labelled(const char* label, const std::string& text) {
    if (!text.empty()) line(1, m_.text(label, {{"text", std::string_view(text)}}));
  }
  // A sentence of the benefit at hand: what it is not given itself are figures of that benefit.
  std::string said(const std::string& key, Args args = {}) const {
    args.insert(args.end(), figures_.begin(), figures_.end());
    return m_.text(key, args);
  }
  void heading(const char* key) {
    out_ += '\n';
    line(0, "== " + m_.text(key) + " ==");
  }

  // No leave may be among the benefits asked for: then there are no days to count, not 0 days.
  bool has_leave_of(Subject::Kind kind) const {
    return std::any_of(result_.benefits.begin(), result_.benefits.end(), [&](const Benefit& each) {
      const auto& rules = each.entry->rules;
      return each.subject.kind == kind &&
             std::any_of(rules.begin(), rules.end(),
                         [](const Rule* rule) { return rule->sum == Sum::leave; });
    });
  }

  void summary() {
    const Summary& s = result_.summary;
    heading("explain.summary");
    const auto parent = [&](const char* subject, Subject::Kind kind, const Summary::OfParent& sum) {
      if (sum.told_none || !has_leave_of(kind)) return;
      const std::string name = m_.text(subject);
      line(1, m_.text("explain.leave_days",
                      {{"subject", std::string_view(name)}, {"days", sum.leave_days}}));
      if (sum.leave_pay && Fen{} < *sum.leave_pay) {
        line(1, m_.text("explain.leave_pay",
                        {{"subject", std::string_view(name)}, {"yuan", *sum.leave_pay}}));
      }
    };
    parent("subject.mother", Subject::Kind::mother, s.mother);
    parent("subject.father", Subject::Kind::father, s.father);
    if (Fen{} < s.aid_per_year) line(1, m_.text("explain.aid", {{"yuan", s.aid_per_year}}));
    line(1, m_.text("explain.counts", {{"entitled", std::int64_t{s.entitled}},
                                       {"unknown", std::int64_t{s.unknown}},
                                       {"not_entitled", std::int64_t{s.not_entitled}}}));
  }

  void section(const char* title, Status status) {
    const auto of_status = [&](const Benefit& benefit) {
      return benefit.decision.status == status;
    };
    if (std::none_of(result_.benefits.begin(), result_.benefits.end(), of_status)) return;
    heading(title);
    for (const Benefit& benefit : result_.benefits) {
      if (of_status(benefit)) explain(benefit);
    }
  }

  void explain(const Benefit& benefit) {
    const BenefitEntry& entry = *benefit.entry;
    figures_ = figures_of(*result_.policy, entry, result_.as_of);
    out_ += '\n';
    const std::string title = m_.text("benefit." + entry.id + ".title");
    const std::string who = names_.subject(benefit.subject);
    line(0, m_.text("explain.title",
                    {{"benefit", std::string_view(title)}, {"subject", std::string_view(who)}}));
    line(1, said("benefit." + entry.id + ".summary"));
    switch (benefit.decision.status) {
      case Status::entitled:
        entitled(benefit);
        break;
      case Status::not_entitled:
        for (const std::string_view reason : benefit.reasons) {
          labelled("explain.reason", said("rule." + std::string(reason)));
        }
        break;
      case Status::unknown:
        unknown(benefit);
        break;
    }
    steps(benefit);
    readings(benefit);
    // What somebody does not get is said in a few lines.
    if (benefit.decision.status == Status::not_entitled) return;
    sources(entry);
    labelled("explain.force", m_.text(force_key(benefit)));
    std::vector<std::string> offices;
    for (const std::string& office : entry.ask) offices.push_back(m_.text("office." + office));
    labelled("explain.ask", m_.join(offices));
  }

  void entitled(const Benefit& benefit) {
    const Decision& decision = benefit.decision;
    if (benefit.about) labelled("explain.about", names_.about(*benefit.about));
    value(decision.value);
    periods(decision.periods);
    payers(decision.payment);
  }

  void value(const Value& value) {
    for (const std::string& part : value_lines(value, figures_, m_)) line(1, part);
  }

  void periods(const Periods& periods) {
    if (periods.current) period("explain.period", *periods.current);
    for (const Period& later : periods.later) period("explain.later_period", later);
  }

  void payers(const Payment& payment) {
    for (const PayerLine& payer : payment.lines) {
      const std::string name = m_.text("payer." + std::string(payer.payer));
      Args args{{"payer", std::string_view(name)}};
      std::string key = "explain.payer";
      if (payer.days.value_or(0) > 0) {
        args.push_back({"days", std::int64_t{*payer.days}});
        key += "_days";
      }
      if (payer.yuan) {
        args.push_back({"yuan", *payer.yuan});
        key += "_yuan";
      }
      line(1, m_.text(key, args));
    }
  }

  void period(const char* key, Period period) {
    line(1, m_.text(key, {{"from", period.from}, {"to", period.to}}));
  }

  void unknown(const Benefit& benefit) {
    if (benefit.bounds) {
      const Bounds& bounds = *benefit.bounds;
      const auto datum = [&](std::int64_t amount) {
        return bounds.name == "yuan" ? Datum{Fen{amount}} : Datum{amount};
      };
      const char* one = bounds.least == bounds.most ? ".one" : "";
      line(1, m_.text("explain.bounds_" + std::string(bounds.name) + one,
                      {{"least", datum(bounds.least)}, {"most", datum(bounds.most)}}));
    }
    for (InputId id = 0; id < input_ids::end; ++id) {
      if (benefit.missing.test(id)) labelled("explain.missing", names_.input(id));
    }
  }

  void steps(const Benefit& benefit) {
    const bool refused = benefit.decision.status == Status::not_entitled;
    for (const Step& step : benefit.steps) {
      // The conditions that a refused benefit does meet say nothing; figures and days do.
      if (refused && step.args.begin() == step.args.end()) continue;
      const std::string text =
          said("rule." + std::string(step.rule), Args(step.args.begin(), step.args.end()));
      if (step.source == benefit.entry->sources.front()) {
        line(1, m_.text("explain.step", {{"text", std::string_view(text)}}));
      } else {
        const std::string from = names_.source(step.source);
        line(1, m_.text("explain.step_elsewhere",
                        {{"text", std::string_view(text)}, {"source", std::string_view(from)}}));
      }
    }
  }

  void sources(const BenefitEntry& entry) {
    std::vector<std::string> titles;
    for (const std::string& cited : entry.sources) titles.push_back(names_.source(cited));
    labelled("explain.sources", m_.join(titles));
  }

  void readings(const Benefit& benefit) {
    for (const auto& [index, used] : benefit.assumptions) {
      const std::string question =
          m_.text("assumption." + std::string(result_.policy->assumptions[index].id) + ".title");
      const std::string answer = option(index, used);
      line(1, m_.text("explain.reading", {{"question", std::string_view(question)},
                                          {"answer", std::string_view(answer)}}));
      for (const Alternative& other : benefit.alternatives) {
        if (other.assumption == index) alternative(other);
      }
    }
  }

  std::string option(std::size_t assumption, std::size_t option) const {
    const AssumptionEntry& entry = result_.policy->assumptions[assumption];
    const Option& chosen = entry.options[option];
    return m_.text("assumption." + std::string(entry.id) + ".option." + chosen.id,
                   value_of(chosen));
  }

  // What another option would give, as far as it differs.
  void alternative(const Alternative& other) {
    const std::string answer = option(other.assumption, other.option);
    line(1, m_.text("explain.other_reading", {{"answer", std::string_view(answer)}}));
    ++depth_;
    const Decision& decision = other.decision;
    const bool anew = other.status_differs;
    if (anew) line(1, m_.text("status." + std::string(word(decision.status))));
    if (decision.status == Status::entitled) {
      if (anew || other.value_differs) value(decision.value);
      if (other.period_differs && !decision.periods.current) line(1, m_.text("explain.no_period"));
      if (anew || other.period_differs || other.later_periods_differ) periods(decision.periods);
      if (anew || other.payers_differ) payers(decision.payment);
      if (!anew) taken_away(other);
    }
    --depth_;
  }

  // Nothing at all would read as if it stayed.
  void taken_away(const Alternative& other) {
    const Decision& decision = other.decision;
    if (other.later_periods_differ && decision.periods.later.empty()) {
      line(1, m_.text("explain.no_later_period"));
    }
    if (other.payers_differ && decision.payment.lines.empty()) {
      line(1, m_.text("explain.no_payer"));
    }
  }

  void questions() {
    if (result_.questions.empty()) return;
    heading("explain.questions");
    for (const InputId id : result_.questions) line(1, "- " + names_.input(id));
  }

  void notes() {
    const auto note = [&](const char* key) { line(1, "- " + m_.text(key)); };
    heading("explain.notes");
    if (has_leave_of(Subject::Kind::mother) || has_leave_of(Subject::Kind::father)) {
      note("note.lawful_birth");
      note("note.difficult_birth_certificate");
      note("note.fund_days_unverified");
    }
    note("note.amounts_unknown");
    note("note.local_extra");
    note("note.not_legal_advice");
  }

  const Result& result_;
  const Messages& m_;
  const Names names_;
  Args figures_ = {};  ///< of the benefit at hand
  int depth_ = 0;      ///< of what is said within something else
  std::string out_;
};

}  // namespace

std::string explain(const Result& result, const Messages& messages) {
  return Explanation(result, messages).text();
}

}  // namespace benefits::cli
