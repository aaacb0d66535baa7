#pragma once
// Answers, and what is wrong with a document, as text for people.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/cli/messages.h"
#include "core/error.h"
#include "core/result.h"

namespace benefits::cli {

/// The result as text that a citizen can read, every sentence from the catalogue.
std::string explain(const Result& result, const Messages& messages);

/// What is wrong with a situation, a line for each fault: where, and what.
/// @param text the situation as it was given
/// @param first_line the number of its first line
std::string explain(const Errors& errors, std::string_view text, const Messages& messages,
                    std::size_t first_line = 1);

/// What is wrong with a policy file, a line for each fault: the line and column, the names of what
/// it is in, what is wrong, and what would be right.
/// @param text the file as it was given
/// @param compiled_in the text of the policy that the command carries
std::string explain_policy(const Errors& errors, std::string_view text,
                           std::string_view compiled_in, const Messages& messages);

}  // namespace benefits::cli
