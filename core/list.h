#pragma once
// Constant lists: one whose length is counted from its initialiser, and whether one of words is as
// long as the enumeration that it spells.

#include <array>
#include <cstddef>
#include <string_view>

namespace benefits {

/// A few values in place, for constants: what `std::array` is with its length left open.
template <class T, std::size_t most>
class List {
 public:
  constexpr List() = default;
  template <class... Items>
  requires(sizeof...(Items) > 0 && sizeof...(Items) <= most) constexpr List(const Items&... items)
      : items_{items...}, size_(sizeof...(items)) {}

  constexpr const T* begin() const { return items_.data(); }
  constexpr const T* end() const { return items_.data() + size_; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr const T& operator[](std::size_t i) const { return items_[i]; }

 private:
  std::array<T, most> items_{};
  std::size_t size_ = 0;
};

/// Whether the last of the words is that of the last enumerator: an index past them would read what
/// is none.
template <class Enumerator, std::size_t count>
constexpr bool ends_with(const std::array<std::string_view, count>& words, Enumerator last) {
  return static_cast<std::size_t>(last) + 1 == count && !words.back().empty();
}

}  // namespace benefits
