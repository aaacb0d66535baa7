#pragma once
// What a policy file says otherwise than the policy that the command carries: a slipped digit is
// sound, and only who meant to write it can see that it is wrong.

#include <string>
#include <string_view>

#include "core/cli/messages.h"

namespace benefits::cli {

/// A line for each difference: the names of what it is in, what stood there and what stands there
/// now; and one where the edition does not tell that there are any.
/// @param text a sound policy file
/// @param compiled_in the text of the policy that the command carries
std::string policy_changes(std::string_view text, std::string_view compiled_in,
                           const Messages& messages);

}  // namespace benefits::cli
