import Glibc

/// A socket that listens on an address of this machine.
struct ListeningSocket {
    let descriptor: Int32
    /// Whether only this machine reaches it.
    let isLoopback: Bool
    /// As it stands in a URL: "127.0.0.1:8090", "[::1]:8090".
    let name: String

    /// - Parameters:
    ///   - host: an IPv4 or IPv6 address.
    ///   - port: 0 for any that is free.
    /// - Throws: `Trouble` that says why nobody can listen there.
    init(host: String, port: UInt16) throws {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0, let found else {
            throw Trouble(
                "The option --host takes an address such as 127.0.0.1, ::1 or 0.0.0.0, not “\(host)”: names are not looked up."
            )
        }
        defer { freeaddrinfo(found) }
        let kind = found.pointee.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(found.pointee.ai_family, kind, 0)
        if descriptor < 0 { throw Self.trouble(host, port) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0, listen(descriptor, 512) == 0
        else {
            defer { close(descriptor) }
            throw Self.trouble(host, port)
        }
        self.descriptor = descriptor
        let isV6 = found.pointee.ai_family == AF_INET6
        let address = Self.address(of: descriptor)
        isLoopback = isV6 ? address.isLoopbackV6 : address.bytes.first == 127
        name = (isV6 ? "[\(host)]" : host) + ":\(address.port)"
    }

    private static func trouble(_ host: String, _ port: UInt16) -> Trouble {
        let error = SystemError.last
        let reason =
            switch error.code {
            case EADDRINUSE: "another program listens there; name another one with --port"
            case EADDRNOTAVAIL: "this machine does not have the address"
            default: error.reason
            }
        return Trouble("Nobody can listen on the address \(host), port \(port): \(reason).")
    }

    private struct Address {
        /// In the order of the network: 4 or 16.
        var bytes: [UInt8] = []
        var port: UInt16 = 0

        var isLoopbackV6: Bool {
            bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
                || bytes.prefix(10).allSatisfy { $0 == 0 } && bytes.dropFirst(10).starts(with: [0xFF, 0xFF, 127])
        }
    }

    private static func address(of descriptor: Int32) -> Address {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            let raw = UnsafeMutableRawPointer(pointer)
            let failed = getsockname(descriptor, raw.assumingMemoryBound(to: sockaddr.self), &length)
            if failed != 0 { return Address() }
            if pointer.pointee.ss_family == sa_family_t(AF_INET6) {
                let v6 = raw.assumingMemoryBound(to: sockaddr_in6.self).pointee
                return Address(
                    bytes: withUnsafeBytes(of: v6.sin6_addr) { Array($0) }, port: UInt16(bigEndian: v6.sin6_port))
            }
            let v4 = raw.assumingMemoryBound(to: sockaddr_in.self).pointee
            return Address(bytes: withUnsafeBytes(of: v4.sin_addr) { Array($0) }, port: UInt16(bigEndian: v4.sin_port))
        }
    }
}
