/** HTTPS in the server itself: certificate and key from files, read again when they change. */
@NullMarked
package io.sojourn.server.tls;

import org.jspecify.annotations.NullMarked;
