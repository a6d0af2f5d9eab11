/** What an owner decides about the agent in a site's pages. */
@NullMarked
package io.sojourn.sites.agent;

import org.jspecify.annotations.NullMarked;
