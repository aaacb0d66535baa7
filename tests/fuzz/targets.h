#pragma once
// What must hold for any bytes: an answer, the same each time, in well-formed JSON.

#include <string>
#include <string_view>

namespace benefits::fuzz {

/// @return what is wrong with the answer to `bytes` as a situation; "" for nothing
std::string try_situation(std::string_view bytes);
/// The same for `bytes` as a policy file; a sound one must answer situations.
std::string try_policy(std::string_view bytes);

}  // namespace benefits::fuzz
