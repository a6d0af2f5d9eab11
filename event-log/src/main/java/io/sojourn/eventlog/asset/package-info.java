/** Style sheets, parts of pages, images and fonts, each kept once per site under the hash of its content. */
@NullMarked
package io.sojourn.eventlog.asset;

import org.jspecify.annotations.NullMarked;
