package io.sojourn.heatmap.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Servers often have no fonts, and then the first letter drawn throws an error that spoils every later one. */
final class Fonts {
    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);

    static final boolean ARE_HERE = look();

    private Fonts() {}

    private static boolean look() {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("a", new FontRenderContext(null, true, true));
            return true;
        } catch (RuntimeException | LinkageError | InternalError none) {
            LOG.info("this machine has no fonts: pictures of heatmaps are drawn without words");
            return false;
        }
    }
}
