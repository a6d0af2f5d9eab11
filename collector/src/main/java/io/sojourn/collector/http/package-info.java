/** The intake on Undertow. */
@NullMarked
package io.sojourn.collector.http;

import org.jspecify.annotations.NullMarked;
