#pragma once
// What must hold whatever the bytes: each function says what is wrong, "" for nothing. libFuzzer
// calls them with bytes of its own, the tests with those committed in corpus/.
//
// The fragment of an address is decoded by the page (web/take-along/share.ts) and not here: what it
// carries ends in the reader of situations, as any other bytes do. The decoder itself is attacked
// where it runs (tests/web/attack).

#include <string>
#include <string_view>

namespace benefits::fuzz {

/// Any bytes as a situation: an answer, the same each time, in well-formed JSON.
std::string try_situation(std::string_view bytes);
/// The same for any bytes as a policy file; a sound one must answer situations.
std::string try_policy(std::string_view bytes);
/// Any bytes as a stream of lines that arrives in blocks: one answer for each line, in order, that
/// of the line alone. The first byte is the size of the blocks, the second bounds the length of a
/// line.
std::string try_batch(std::string_view bytes);
/// Bytes as the choices of which a situation is made, so that the rules are reached, not only the
/// reader. An answer taken back never changes what is decided without it.
std::string try_choices(std::string_view bytes);

}  // namespace benefits::fuzz
