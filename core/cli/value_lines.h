#pragma once
// What a benefit gives, in words.

#include <string>
#include <vector>

#include "core/cli/messages.h"
#include "core/result.h"

namespace benefits::cli {

/// A sentence for each part of the value, in the order in which people ask for them.
/// @param figures of the benefit, for words that name them
std::vector<std::string> value_lines(const Value& value, const std::vector<Member>& figures,
                                     const Messages& messages);

}  // namespace benefits::cli
