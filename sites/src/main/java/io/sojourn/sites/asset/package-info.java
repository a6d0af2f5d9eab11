/** What was found at the addresses of pictures and fonts. */
@NullMarked
package io.sojourn.sites.asset;

import org.jspecify.annotations.NullMarked;
