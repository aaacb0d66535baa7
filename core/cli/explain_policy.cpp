#include <algorithm>
#include <array>
#include <variant>

#include "core/cli/explain.h"
#include "core/cli/fault.h"
#include "core/cli/policy_terms.h"

namespace benefits::cli {

namespace {

using json::Kind;
using json::Node;

// More names than this are no help.
constexpr std::size_t most_choices = 48;

const Node& nothing() {
  static const Node none;
  return none;
}

const Node& root_of(const std::variant<Node, Errors>& parsed) {
  const auto* root = std::get_if<Node>(&parsed);
  return root != nullptr ? *root : nothing();
}

class PolicyFaults {
 public:
  PolicyFaults(std::string_view text, std::string_view compiled_in, const Messages& messages)
      : text_(text),
        parsed_(json::parse(text)),
        compiled_in_(json::parse(compiled_in)),
        lines_(text),
        terms_(root_of(parsed_), root_of(compiled_in_), messages),
        m_(messages) {}

  std::string text(const Errors& errors) {
    if (!errors.empty() && is_unreadable(errors.front())) {
      return unreadable(errors.front(), text_, m_) + "\n";
    }
    outline_ = Outline(text_);
    std::string told;
    for (const Error& error : errors) {
      const std::string place = place_of(error.pointer);
      const std::string what = fault(error, tokens_of(error.pointer));
      told += placed(lines_.position(outline_.offset(error.pointer)), place, what, m_) + "\n";
    }
    return told;
  }

 private:
  static bool is_unreadable(const Error& error) {
    constexpr std::array codes{ErrorCode::invalid_json, ErrorCode::invalid_utf8,
                               ErrorCode::too_large, ErrorCode::too_deep};
    return std::find(codes.begin(), codes.end(), error.code) != codes.end();
  }

  const Node& root() const { return root_of(parsed_); }

  // leave.paternity, days, value: entries by their ids, else by their number, counted from 1,
  // where there are several; without the members that merely hold others. By the outline: a file
  // with a member given twice has no tree.
  std::string place_of(std::string_view pointer) const {
    const Tokens tokens = tokens_of(pointer);
    std::string name;
    std::size_t start = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::string above(pointer.substr(0, start));
      start = std::min(pointer.find('/', start + 1), pointer.size());
      const std::string here(pointer.substr(0, start));
      if (text_[outline_.offset(above)] != '[') {
        const bool is_named = i + 1 == tokens.size() || !is_holder(tokens[i]);
        if (is_named) name = within(name, tokens[i], m_);
      } else if (const std::string id = text_at(here + "/id"); !id.empty()) {
        name = within(name, id, m_);
      } else if (!outline_.find(here)) {
        name = within(name, tokens[i], m_);  // the id of an entry that is missing
      } else if (outline_.find(above + "/1")) {
        name = within(name, std::to_string(std::stoul(tokens[i]) + 1), m_);
      }
    }
    return name;
  }

  // The text that stands there, "" where none does.
  std::string text_at(const std::string& pointer) const {
    const auto start = outline_.find(pointer);
    if (!start || text_[*start] != '"') return {};
    std::size_t end = *start + 1;
    while (text_[end] != '"') end += text_[end] == '\\' ? 2U : 1U;
    const auto parsed = json::parse(text_.substr(*start, end + 1 - *start));
    return root_of(parsed).text;
  }

  std::string fault(const Error& error, const Tokens& tokens) const {
    switch (error.code) {
      case ErrorCode::wrong_type:
        return wrong_type(error, tokens);
      case ErrorCode::out_of_range:
        return out_of_range(error, tokens);
      case ErrorCode::invalid_date:
        return invalid_date(error, tokens);
      case ErrorCode::unknown_option:
      case ErrorCode::unknown_figure:
      case ErrorCode::unknown_benefit:
        return unknown(error, tokens);
      default:
        return sentence(error, m_);
    }
  }

  std::string said(const char* key, const Error& error) const {
    std::vector<Member> args;
    for (const ErrorArg& arg : error.args) {
      args.push_back({arg.name, arg.text ? Datum{std::string_view(*arg.text)} : Datum{arg.number}});
    }
    return m_.text(key, args);
  }

  // Whoever means "until further notice" writes it so.
  std::string wrong_type(const Error& error, const Tokens& tokens) const {
    const Node* node = node_at(root(), tokens);
    const bool is_null = node != nullptr && node->is(Kind::null);
    const bool is_no_end = is_null && !tokens.empty() && tokens.back() == "to";
    return is_no_end ? m_.text("explain.fault_no_end") : sentence(error, m_);
  }

  std::string out_of_range(const Error& error, const Tokens& tokens) const {
    const Node* node = node_at(root(), tokens);
    if (node == nullptr) return sentence(error, m_);
    if (node->is(Kind::array)) return said("explain.fault_entries", error);
    if (!node->is(Kind::string) || error.args.front().name != "min") return sentence(error, m_);
    if (node->text.empty()) return m_.text("explain.fault_empty");
    // A number written as text, such as 365/12; of any other text it is the length.
    return tokens.back() == "value" ? sentence(error, m_) : said("explain.fault_long", error);
  }

  // A day of any year.
  std::string invalid_date(const Error& error, const Tokens& tokens) const {
    const Node* above = node_at(root(), tokens, tokens.size() - 1);
    const bool in_list = above != nullptr && above->is(Kind::array);
    return in_list ? said("explain.fault_month_day", error) : sentence(error, m_);
  }

  // With the name that was likely meant, else all that there are.
  std::string unknown(const Error& error, const Tokens& tokens) const {
    const bool is_member = error.code == ErrorCode::unknown_figure;
    const std::string& got = is_member ? tokens.back() : *error.args.front().text;
    std::string what = is_member ? sentence(error, m_) : said("explain.fault_unknown", error);
    const auto near = terms_.near(tokens, got);
    if (near && *near != got) {
      return m_.text("explain.fault_near",
                     {{"text", std::string_view(what)}, {"name", std::string_view(*near)}});
    }
    const auto choices = terms_.choices(tokens, got).value_or(std::vector<std::string>{});
    if (choices.size() > most_choices || terms_.is_of_another_document(tokens, got)) {
      return m_.text("explain.fault_no_words", {{"text", std::string_view(what)}});
    }
    if (choices.empty()) return what;
    const std::string names = m_.join(choices);
    return m_.text("explain.fault_choices",
                   {{"text", std::string_view(what)}, {"names", std::string_view(names)}});
  }

  std::string_view text_;
  std::variant<Node, Errors> parsed_;
  std::variant<Node, Errors> compiled_in_;
  Outline outline_{""};
  Lines lines_;
  PolicyTerms terms_;
  const Messages& m_;
};

}  // namespace

std::string explain_policy(const Errors& errors, std::string_view text,
                           std::string_view compiled_in, const Messages& messages) {
  return PolicyFaults(text, compiled_in, messages).text(errors);
}

}  // namespace benefits::cli
