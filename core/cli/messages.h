#pragma once
// Sentences from a message catalogue: key and arguments in, text out (assets/i18n).
//
//   "{name}"            the argument, formatted by its type
//   "{name|one|other}"  one of two words, by the number

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/result.h"

namespace benefits::cli {

enum class Language { zh_cn, en, ko };

class Messages {
 public:
  explicit Messages(Language language);

  /// The sentence, its placeholders filled in; the key itself where the catalogue lacks it.
  std::string text(std::string_view key, const std::vector<Member>& args = {}) const;
  /// What follows `start` in the keys that begin with it and go no level deeper, ascending: the
  /// offices of "office.".
  std::vector<std::string> names_under(std::string_view start) const;

  // Arguments by their type, as the language writes them.
  std::string format(const Datum& datum) const;
  std::string format(Date date) const;
  std::string format(Fen amount) const;
  /// Items with the language's comma.
  std::string join(const std::vector<std::string>& items) const;

 private:
  /// A form of the catalogue with its parts put in as they are.
  std::string form(std::string_view key,
                   std::initializer_list<std::pair<std::string_view, std::string>> parts) const;

  std::unordered_map<std::string, std::string> sentences_;
};

}  // namespace benefits::cli
