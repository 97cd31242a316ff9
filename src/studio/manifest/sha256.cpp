// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/manifest/sha256.h"

#include "base/error.h"
#include "base/file.h"
#include "base/library/shared_library.h"
#include "base/system/system_error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/opensslv.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <memory>
#include <vector>

namespace recital {

namespace {

/// The functions of OpenSSL's libcrypto that are used. It is loaded when the first digest is asked for.
struct DigestLibrary {
    decltype(&EVP_MD_CTX_new) new_context;
    decltype(&EVP_MD_CTX_free) free_context;
    decltype(&EVP_sha256) sha256;
    decltype(&EVP_DigestInit_ex) init;
    decltype(&EVP_DigestUpdate) update;
    decltype(&EVP_DigestFinal_ex) finish;

    static const DigestLibrary& instance() {
        static const DigestLibrary library = [] {
            DigestLibrary functions{};
            const SharedLibrary crypto("crypto", OPENSSL_SHLIB_VERSION,
                                       fmt::format("libssl{}", OPENSSL_SHLIB_VERSION));
            crypto.find(functions.new_context, "EVP_MD_CTX_new");
            crypto.find(functions.free_context, "EVP_MD_CTX_free");
            crypto.find(functions.sha256, "EVP_sha256");
            crypto.find(functions.init, "EVP_DigestInit_ex");
            crypto.find(functions.update, "EVP_DigestUpdate");
            crypto.find(functions.finish, "EVP_DigestFinal_ex");
            return functions;
        }();
        return library;
    }
};

class Sha256 {
public:
    Sha256() : library_(DigestLibrary::instance()), context_(library_.new_context(), library_.free_context) {
        check(context_ != nullptr && library_.init(context_.get(), library_.sha256(), nullptr) == 1);
    }

    void update(std::string_view bytes) {
        check(library_.update(context_.get(), bytes.data(), bytes.size()) == 1);
    }

    [[nodiscard]] std::string hex() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned size = 0;
        check(library_.finish(context_.get(), digest.data(), &size) == 1);
        std::string text;
        for (std::size_t n = 0; n < size; ++n) {
            text += fmt::format("{:02x}", digest[n]);
        }
        return text;
    }

private:
    static void check(bool is_done) {
        if (!is_done) {
            throw Error(ErrorKind::internal, "SHA-256 cannot be computed");
        }
    }

    const DigestLibrary& library_;
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

} // namespace

std::string sha256_of(std::string_view bytes) {
    Sha256 digest;
    digest.update(bytes);
    return digest.hex();
}

std::string sha256_of_file(const std::filesystem::path& file) {
    require_regular_file(file);
    const FileDescriptor input(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    Sha256 digest;
    std::vector<char> block(std::size_t{1} << 18U);
    ssize_t count = 0;
    while ((count = ::read(input.get(), block.data(), block.size())) > 0 || (count < 0 && errno == EINTR)) {
        digest.update({block.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))});
    }
    if (count < 0) {
        throw Error(ErrorKind::input, system_error_text(errno), {file.string(), 0});
    }
    return digest.hex();
}

} // namespace recital
