#pragma once
// A list of fixed capacity whose length is counted from its initialiser.

#include <array>
#include <cstddef>

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

}  // namespace benefits
