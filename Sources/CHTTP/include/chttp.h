/// GNU libmicrohttpd, and what Swift cannot call of it: variadic functions.
#ifndef CHTTP_H
#define CHTTP_H

#include <microhttpd.h>

/// What a server calls; each with `context`.
struct chttp_callbacks {
    MHD_AccessHandlerCallback request;
    MHD_RequestCompletedCallback completed;
    MHD_NotifyConnectionCallback connection;
    void *context;
};

/// Serves a listening socket, which must not block, from a thread of its own; requests may be suspended. NULL where
/// that cannot be had.
struct MHD_Daemon *chttp_start(int socket, unsigned connections, struct chttp_callbacks callbacks);

/// The descriptor of a connection; -1 where it has none.
int chttp_socket(struct MHD_Connection *connection);

#endif
