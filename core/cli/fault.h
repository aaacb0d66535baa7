#pragma once
// What the words of situations' faults and of policies' faults share.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/cli/messages.h"
#include "core/cli/positions.h"
#include "core/error.h"

namespace benefits::cli {

/// An input in words, beside its pointer; what is no input has its pointer alone.
std::string with_label(const std::string& pointer, const Messages& messages);
/// "leave.paternity › days": what is in what; the part alone where the whole is nothing.
std::string within(const std::string& whole, std::string_view part, const Messages& messages);
/// Whether a member of a policy file merely holds others, so that their places do not name it.
bool is_holder(std::string_view member);
/// The catalogue's sentence of an error.
std::string sentence(const Error& error, const Messages& messages);
/// An error of the document as a whole: what the text is instead of JSON, or where the JSON breaks
/// off.
/// @param first_line the number of the text's first line
std::string unreadable(const Error& error, std::string_view text, const Messages& messages,
                       std::size_t first_line = 1);
/// "Line 3, column 5 (place): what"; without the place where it is empty.
std::string placed(Position at, std::string_view place, std::string_view what,
                   const Messages& messages);
/// Without line ends and whatever else moves a terminal's cursor: the offending texts (`got`) may
/// have them.
std::string on_one_line(std::string text);

}  // namespace benefits::cli
