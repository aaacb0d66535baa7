#include "core/cli/policy_terms.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/document.h"

namespace benefits::cli {

namespace {

using json::Kind;
using json::Node;
using Choices = std::vector<std::string>;

Choices names_of(const std::vector<const FigureName*>& figures) {
  Choices names;
  for (const FigureName* figure : figures) names.emplace_back(figure->name);
  return names;
}

// "decree-619/7" into document and article.
std::pair<std::string_view, std::string_view> cut(std::string_view source) {
  const std::string_view document = source.substr(0, source.find('/'));
  return {document, source.substr(std::min(source.size(), document.size() + 1))};
}
std::string joined(std::string_view document, std::string_view article) {
  return std::string(document) + (article.empty() ? "" : "/") + std::string(article);
}

// What tells one document from the next that is called alike: "2023-56" of "jilin-2023-56".
std::string_view number_of(std::string_view document) {
  return document.substr(std::min(document.find_first_of("0123456789"), document.size()));
}

bool is_source(const Tokens& at) {
  const bool is_listed = at.size() == 4 && (at[2] == "sources" || at[2] == "step_sources");
  return is_listed || at.back() == "source" || (at.size() == 1 && at[0] == "id");
}

const Node* entry_with_id(const Node* list, std::string_view id) {
  if (list == nullptr) return nullptr;
  for (const Node& entry : list->items) {
    if (text_in(&entry, "id") == id) return &entry;
  }
  return nullptr;
}

}  // namespace

Tokens tokens_of(std::string_view pointer) {
  Tokens tokens;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] == '/') {
      tokens.emplace_back();
    } else if (pointer[i] == '~' && i + 1 < pointer.size()) {
      tokens.back() += pointer[++i] == '0' ? '~' : '/';
    } else {
      tokens.back() += pointer[i];
    }
  }
  return tokens;
}

const Node* node_at(const Node& root, const Tokens& tokens, std::size_t count) {
  const Node* node = &root;
  for (std::size_t i = 0; i < count && node != nullptr; ++i) {
    const std::string& token = tokens[i];
    if (!node->is(Kind::array)) {
      node = node->find(token);
      continue;
    }
    const bool is_index = !token.empty() && token.size() < 9 &&
                          token.find_first_not_of("0123456789") == std::string::npos;
    const std::size_t index = is_index ? std::stoul(token) : node->items.size();
    node = index < node->items.size() ? &node->items[index] : nullptr;
  }
  return node;
}

std::string_view text_in(const Node* object, std::string_view member) {
  const Node* found = object != nullptr ? object->find(member) : nullptr;
  return found != nullptr && found->is(Kind::string) ? std::string_view(found->text)
                                                     : std::string_view();
}

std::string space_of(std::string_view list) {
  return std::string(list.substr(0, list.size() - (list.ends_with('s') ? 1 : 0))) + ".";
}

const std::vector<const FigureName*>& PolicyTerms::figures_of(std::string_view benefit) const {
  static const std::vector<const FigureName*> none;
  if (benefit.empty()) return needs_.common;
  const Needs::Benefit* asked = needs_.benefit(benefit);
  return asked != nullptr ? asked->figures : none;
}

std::optional<Choices> PolicyTerms::units(std::string_view benefit, std::string_view figure) const {
  for (const FigureName* known : figures_of(benefit)) {
    if (known->name == figure) return Choices{std::string(word(known->unit))};
  }
  return std::nullopt;
}

std::optional<std::string> PolicyTerms::measure_of(std::string_view benefit) const {
  if (text_in(&policy_, "id") != text_in(&compiled_in_, "id")) return std::nullopt;
  const Node* entry = entry_with_id(compiled_in_.find("benefits"), benefit);
  if (entry == nullptr) return std::nullopt;
  const Node* measure = entry->find("measure");
  return measure != nullptr ? measure->text : "";
}

bool PolicyTerms::is_own(std::string_view document) const {
  return document == text_in(&compiled_in_, "id");
}

// As the policy compiled in cites them: "2.1", …
Choices PolicyTerms::paragraphs() const {
  std::set<std::string> found;
  const Node* benefits = compiled_in_.find("benefits");
  for (const Node& benefit : benefits != nullptr ? benefits->items : std::vector<Node>{}) {
    const Node* sources = benefit.find("sources");
    if (sources == nullptr) continue;
    for (const Node& source : sources->items) {
      const auto [document, paragraph] = cut(source.text);
      if (is_own(document) && !paragraph.empty()) found.emplace(paragraph);
    }
  }
  return {found.begin(), found.end()};
}

Choices PolicyTerms::documents() const {
  Choices all = m_.names_under("source.");
  // Those with a title to fill in are no documents, but say how an article is named.
  std::erase_if(all, [&](const std::string& name) {
    return m_.text("source." + name).find("{title}") != std::string::npos;
  });
  return all;
}

// For a source in the document compiled in: all its paragraphs. For one in a law, whose articles
// are not listed anywhere: that article of every law that there are words for.
Choices PolicyTerms::sources_like(std::string_view got) const {
  const auto [document, article] = cut(got);
  if (article.empty()) return documents();
  const bool own = is_own(document);
  Choices sources;
  for (const std::string& name : own ? paragraphs() : documents()) {
    sources.push_back(own ? joined(document, name) : joined(name, article));
  }
  return sources;
}

std::optional<std::string> PolicyTerms::near(const Tokens& at, std::string_view got) const {
  constexpr std::size_t shortest = 3;  // a shorter name is near to any other
  const auto [document, article] = cut(got);
  const auto nearest_of = [](std::string_view name, const Choices& names) {
    const auto found = nearest(name, {names.begin(), names.end()});
    return found ? std::optional(std::string(*found)) : std::nullopt;
  };
  if (!is_source(at)) {
    const auto names = choices(at, got);
    if (names && names->size() == 1) return names->front();
    return names && got.size() >= shortest ? nearest_of(got, *names) : std::nullopt;
  }
  if (is_own(document) && !article.empty()) {
    const auto paragraph = nearest_of(article, paragraphs());
    return paragraph ? std::optional(joined(document, *paragraph)) : std::nullopt;
  }
  const auto name = nearest_of(document, documents());
  if (!name || number_of(*name) != number_of(document)) return std::nullopt;
  return joined(*name, article);
}

bool PolicyTerms::is_of_another_document(const Tokens& at, std::string_view got) const {
  return is_source(at) && !is_own(cut(got).first);
}

std::optional<Choices> PolicyTerms::choices(const Tokens& at, std::string_view got) const {
  if (at.size() == 1 && at[0] == "id") return documents();
  if (is_source(at)) return sources_like(got);
  if (at.size() >= 3 && at[0] == "common") {
    if (at.size() == 3) return names_of(figures_of(""));
    if (at.back() == "unit") return units("", at[2]);
  }
  if (at.size() >= 3 && at[0] == "benefits") return choices_of_benefit(at);
  if (at.size() >= 3 && at[0] == "assumptions") return choices_of_assumption(at);
  return std::nullopt;
}

std::optional<Choices> PolicyTerms::choices_of_benefit(const Tokens& at) const {
  const std::string_view benefit = text_in(node_at(policy_, at, 2), "id");
  const std::string& member = at[2];
  if (member == "id") {
    Choices ids;
    for (const Needs::Benefit& each : needs_.benefits) ids.emplace_back(each.id);
    return ids;
  }
  if (member == "force") return m_.names_under("force.");
  if (member == "measure" && measure_of(benefit)) return Choices{*measure_of(benefit)};
  if (member == "ask" && at.size() == 4) return m_.names_under("office.");
  if (member == "lists" && at.size() == 4) {
    const Needs::Benefit* asked = needs_.benefit(benefit);
    return asked != nullptr ? Choices(asked->lists.begin(), asked->lists.end()) : Choices();
  }
  if (member == "lists" && at.size() == 5) return m_.names_under(space_of(at[3]));
  if (member != "figures" || at.size() < 4) return std::nullopt;
  if (at.size() == 4) return names_of(figures_of(benefit));
  return at.back() == "unit" ? units(benefit, at[3]) : std::nullopt;
}

std::optional<Choices> PolicyTerms::choices_of_assumption(const Tokens& at) const {
  const Node* assumption = node_at(policy_, at, 2);
  Choices names;
  if (at.size() == 3 && at[2] == "id") {
    for (const AssumptionName* name : needs_.assumptions) names.emplace_back(name->id);
  } else if (at.size() == 3 && at[2] == "confidence") {
    return m_.names_under("confidence.");
  } else if (at.size() == 3 && at[2] == "default") {
    const Node* options = assumption != nullptr ? assumption->find("options") : nullptr;
    if (options == nullptr) return std::nullopt;
    for (const Node& option : options->items) names.emplace_back(text_in(&option, "id"));
  } else if (at.size() == 5 && at[4] == "id") {
    const AssumptionName* asked = needs_.assumption(text_in(assumption, "id"));
    if (asked == nullptr) return std::nullopt;
    for (const OptionName& option : asked->options) names.emplace_back(option.id);
  } else {
    return std::nullopt;
  }
  return names;
}

}  // namespace benefits::cli
