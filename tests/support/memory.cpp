// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that runs out once: preloaded into the program (LD_PRELOAD). Of the calls that ask for memory in all
// processes of a run, the one of number N fails if $RECITAL_MEMORY_FAULT is "CALL:N", counted from 1;
// "CALL:0" only counts. CALL is "malloc" (with calloc and realloc) or "mmap". The calls so far are in the
// first eight bytes of the file $RECITAL_MEMORY_COUNT, which has to exist.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
}

namespace {

using Count = std::atomic<std::uint64_t>;
using Map = void*(void*, std::size_t, int, int, int, off_t);

std::string_view failing_call; ///< empty until the library is ready
std::uint64_t failing_number = 0;
Count* count = nullptr; ///< shared by all processes

Map* real_map() {
    static auto* const real = reinterpret_cast<Map*>(::dlsym(RTLD_NEXT, "mmap"));
    return real;
}

bool fails(std::string_view call) {
    if (call != failing_call || count->fetch_add(1) + 1 != failing_number) {
        return false;
    }
    errno = ENOMEM;
    return true;
}

[[gnu::constructor]] void begin() {
    const char* const fault = std::getenv("RECITAL_MEMORY_FAULT");
    const char* const file = std::getenv("RECITAL_MEMORY_COUNT");
    if (fault == nullptr || file == nullptr) {
        return;
    }
    const int descriptor = ::open(file, O_RDWR | O_CLOEXEC);
    void* const memory =
        real_map()(nullptr, sizeof(Count), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    if (memory == MAP_FAILED) {
        std::abort();
    }
    count = static_cast<Count*>(memory);
    const std::string_view told = fault;
    failing_number = std::strtoull(fault + told.find(':') + 1, nullptr, 10);
    failing_call = told.substr(0, told.find(':'));
}

} // namespace

extern "C" {

void* malloc(std::size_t size) {
    return fails("malloc") ? nullptr : __libc_malloc(size);
}

void* calloc(std::size_t elements, std::size_t size) {
    return fails("malloc") ? nullptr : __libc_calloc(elements, size);
}

void* realloc(void* memory, std::size_t size) {
    return fails("malloc") ? nullptr : __libc_realloc(memory, size);
}

void* mmap(void* address, std::size_t size, int protection, int flags, int descriptor,
           off_t offset) noexcept {
    return fails("mmap") ? MAP_FAILED : real_map()(address, size, protection, flags, descriptor, offset);
}

void* mmap64(void* address, std::size_t size, int protection, int flags, int descriptor,
             off_t offset) noexcept {
    return mmap(address, size, protection, flags, descriptor, offset);
}

} // extern "C"
