#pragma once
// The source text of the core, for rules about it.

#include <filesystem>
#include <string>
#include <vector>

namespace benefits::test {

/// The file without comments.
std::string code_of(const std::filesystem::path& file);
/// Code with the contents of its string literals and its include lines taken out.
std::string without_literals(const std::string& code);
/// The first group of each match.
std::vector<std::string> captures(const std::string& text, const std::string& pattern);

/// The numbers that stand by themselves in code: not in comments, literals or names, nor as the
/// capacity of a List.
std::vector<std::string> numbers_in(const std::string& code);
/// Declarations of what outlives a call and may change: objects that are static, of a thread, or of
/// a namespace, and not constant.
/// @param code as the formatter lays it out: what begins a line belongs to a namespace
std::vector<std::string> lasting_state_in(const std::string& code);
/// Headers and calls by which code could learn of its surroundings or act on them.
std::vector<std::string> surroundings_in(const std::string& code);

}  // namespace benefits::test
