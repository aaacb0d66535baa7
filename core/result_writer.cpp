#include "core/result_writer.h"

#include "core/json_writer.h"

// The library's tree is not used here: it would be built only to be written down, at several times
// the cost of the evaluation itself.

namespace benefits {

namespace {

using json::Writer;

void write(Writer& out, Period period) {
  out.object([&] {
    out.key("from").date(period.from);
    out.key("to").date(period.to);
  });
}

void write(Writer& out, const std::vector<Period>& periods) {
  out.array(periods, [&](Period period) { write(out, period); });
}

void write(Writer& out, const Datum& datum) {
  struct Print {
    Writer& out;
    void operator()(std::int64_t number) const { out.number(number); }
    void operator()(Fen fen) const { out.yuan(fen); }
    void operator()(bool truth) const { out.boolean(truth); }
    void operator()(Date date) const { out.date(date); }
    void operator()(std::string_view word) const { out.string(word); }
    void operator()(const ChosenWords& words) const {
      out.begin('[');
      for (std::size_t i = 0; i < words.words->size(); ++i) {
        if ((words.chosen >> i & 1) != 0) out.item().string((*words.words)[i]);
      }
      out.end(']');
    }
  };
  std::visit(Print{out}, datum);
}

void write(Writer& out, const Value& value) {
  out.object([&] {
    for (const Member& member : value.members) write(out.key(member.name), member.datum);
    if (!value.dates_name.empty()) {
      out.key(value.dates_name).array(value.dates, [&](Date date) { out.date(date); });
    }
  });
}

void write(Writer& out, const std::vector<PayerLine>& lines) {
  out.array(lines, [&](const PayerLine& line) {
    out.object([&] {
      out.key("payer").string(line.payer);
      if (line.days) out.key("days").number(*line.days);
      if (line.yuan) out.key("yuan").yuan(*line.yuan);
    });
  });
}

void write(Writer& out, const std::vector<Step>& steps) {
  out.array(steps, [&](const Step& step) {
    out.object([&] {
      out.key("rule").string(step.rule);
      out.key("source").string(step.source);
      out.key("args").object([&] {
        for (const Member& arg : step.args) write(out.key(arg.name), arg.datum);
      });
    });
  });
}

void write_words(Writer& out, std::string_view name, const std::vector<std::string>& words) {
  out.key(name).array(words, [&](const std::string& word) { out.string(word); });
}

// The members of an entitled benefit; each only where it has one, and `wanted` says so.
struct Wanted {
  bool value = true, period = true, later_periods = true, payers = true;
};

void write_members(Writer& out, const Decision& decision, Wanted wanted) {
  if (wanted.value) write(out.key("value"), decision.value);
  if (wanted.period && decision.periods.current) {
    write(out.key("period"), *decision.periods.current);
  }
  if (wanted.later_periods && !decision.periods.later.empty()) {
    write(out.key("later_periods"), decision.periods.later);
  }
  if (wanted.payers && !decision.payment.lines.empty()) {
    write(out.key("payers"), decision.payment.lines);
  }
}

void write_absent_members(Writer& out, const Alternative& alternative) {
  const Decision& decision = alternative.decision;
  const bool period = alternative.period_differs && !decision.periods.current;
  const bool later = alternative.later_periods_differ && decision.periods.later.empty();
  const bool payers = alternative.payers_differ && decision.payment.lines.empty();
  if (!period && !later && !payers) return;
  out.key("without").begin('[');
  if (period) out.item().string("period");
  if (later) out.item().string("later_periods");
  if (payers) out.item().string("payers");
  out.end(']');
}

void write(Writer& out, const Policy& policy, const Alternative& alternative) {
  const AssumptionEntry& assumption = policy.assumptions[alternative.assumption];
  out.object([&] {
    out.key("assumption").string(assumption.id);
    out.key("option").string(assumption.options[alternative.option].id);
    if (alternative.status_differs) {
      out.key("status").string(word(alternative.decision.status));
      if (alternative.decision.status == Status::entitled) {
        write_members(out, alternative.decision, {});
      }
      return;
    }
    write_members(out, alternative.decision,
                  {alternative.value_differs, alternative.period_differs,
                   alternative.later_periods_differ, alternative.payers_differ});
    write_absent_members(out, alternative);
  });
}

void write_subject(Writer& out, std::string_view name, Subject subject) {
  std::string text;
  append_pointer(text, subject);
  out.key(name).string(text);
}

void write_bounds(Writer& out, const Bounds& bounds) {
  out.key("bounds").object([&] {
    out.key(bounds.name).begin('[');
    for (const std::int64_t bound : {bounds.least, bounds.most}) {
      if (bounds.name == "yuan") {
        out.item().yuan({bound});
      } else {
        out.item().number(bound);
      }
    }
    out.end(']');
  });
}

void write(Writer& out, const Policy& policy, const Benefit& benefit) {
  const BenefitEntry& entry = *benefit.entry;
  out.object([&] {
    out.key("id").string(entry.id);
    out.key("document").string(policy.id);
    if (entry.measure != 0) out.key("measure").number(entry.measure);
    write_subject(out, "subject", benefit.subject);
    if (benefit.about) write_subject(out, "about", *benefit.about);
    out.key("force").string(word(entry.force));
    out.key("status").string(word(benefit.decision.status));
    if (benefit.decision.status == Status::unknown) {
      out.key("missing").begin('[');
      for (InputId id = 0; id < input_ids::end; ++id) {
        if (benefit.missing.test(id)) out.item().string(pointer(id));
      }
      out.end(']');
      if (benefit.bounds) write_bounds(out, *benefit.bounds);
    }
    if (benefit.decision.status == Status::entitled) write_members(out, benefit.decision, {});
    if (benefit.decision.status == Status::not_entitled) {
      out.key("reasons").array(benefit.reasons,
                               [&](std::string_view reason) { out.string(reason); });
    }
    write(out.key("steps"), benefit.steps);
    if (!benefit.alternatives.empty()) {
      out.key("assumptions").array(benefit.assumptions, [&](const auto& used) {
        const AssumptionEntry& assumption = policy.assumptions[used.first];
        out.object([&] {
          out.key("id").string(assumption.id);
          out.key("option").string(assumption.options[used.second].id);
        });
      });
      out.key("alternatives").array(benefit.alternatives, [&](const Alternative& alternative) {
        write(out, policy, alternative);
      });
    }
    write_words(out, "sources", entry.sources);
    write_words(out, "ask", entry.ask);
  });
}

void write(Writer& out, const Summary& summary) {
  const auto each_parent = [&](const auto& print) {
    if (!summary.mother.told_none) print("mother", summary.mother);
    if (!summary.father.told_none) print("father", summary.father);
  };
  out.object([&] {
    out.key("leave_days").object([&] {
      each_parent([&](std::string_view name, const Summary::OfParent& parent) {
        out.key(name).number(parent.leave_days);
      });
    });
    out.key("leave_pay_yuan").object([&] {
      each_parent([&](std::string_view name, const Summary::OfParent& parent) {
        if (parent.leave_pay) out.key(name).yuan(*parent.leave_pay);
      });
    });
    out.key("aid_yuan_per_year").yuan(summary.aid_per_year);
    out.key("counts").object([&] {
      out.key("entitled").number(summary.entitled);
      out.key("not_entitled").number(summary.not_entitled);
      out.key("unknown").number(summary.unknown);
    });
  });
}

}  // namespace

std::string write_result(const Result& result, bool pretty) {
  constexpr std::size_t usual_size = std::size_t{32} * 1024;
  Writer out(pretty, usual_size);
  out.object([&] {
    out.key("policy").object([&] {
      out.key("id").string(result.policy->id);
      out.key("edition").string(result.policy->edition);
      out.key("as_of").date(result.as_of);
      out.key("in_force").boolean(result.in_force);
    });
    out.key("benefits").array(result.benefits, [&](const Benefit& benefit) {
      write(out, *result.policy, benefit);
    });
    out.key("questions").array(result.questions, [&](InputId id) { out.string(pointer(id)); });
    write(out.key("summary"), result.summary);
    out.key("timeline").array(result.timeline, [&](const TimelineEntry& entry) {
      out.object([&] {
        out.key("benefit").number(static_cast<std::int64_t>(entry.benefit));
        out.key("from").date(entry.period.from);
        out.key("to").date(entry.period.to);
      });
    });
  });
  return out.take();
}

}  // namespace benefits
