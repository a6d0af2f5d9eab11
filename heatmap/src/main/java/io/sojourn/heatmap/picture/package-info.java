/** Maps as pictures and tables, for reports and mail. */
@NullMarked
package io.sojourn.heatmap.picture;

import org.jspecify.annotations.NullMarked;
