#pragma once
// The policy that native programs carry: a library of its own, which the module does without.

#include <string_view>

namespace benefits {

/// assets/policy/jilin-2023-56.json as text, without its indentation.
std::string_view default_policy();

}  // namespace benefits
