/** What people know of a site that its visits cannot tell: releases, what became of a stall, whether a signal was right. */
@NullMarked
package io.sojourn.sites.proof;

import org.jspecify.annotations.NullMarked;
