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

}  // namespace benefits::test
