package io.sojourn.heatmap.picture;

import io.sojourn.heatmap.BandMap;
import io.sojourn.heatmap.BandMap.Band;
import io.sojourn.heatmap.ElementBox;
import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.PointMap.Cell;
import io.sojourn.heatmap.PointMap.MarkedElement;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A map drawn over the boxes its elements usually stood in: a picture that needs neither a recording nor a browser. The same
 * map always gives the same pixels; an element whose box is unknown is not drawn, and the caption says how many marks that
 * leaves out. Where a machine has no fonts the picture has no words.
 */
public final class Wireframe {
    private static final int WIDTH = 900;
    private static final int TALLEST = 6_000;
    private static final int LEAST_PAGE_WIDTH = 360;
    private static final int RADIUS_PX = 26;
    private static final int CAPTION = 46;
    private static final int FULL = 32_768;
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x33, 0x38, 0x40);
    private static final Color LINE = new Color(0xC9, 0xCE, 0xD6);
    private static final Color FILL = new Color(0xF4, 0xF5, 0xF7);

    static {
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
    }

    private Wireframe() {}

    /** A PNG. */
    public static byte[] of(PointMap map, String title) {
        Page page = Page.around(map);
        BufferedImage image = blank(page.height());
        Graphics2D pen = pen(image);
        try {
            long drawn = 0;
            HeatField field = new HeatField(WIDTH, page.height(), Math.max(4, (int) (RADIUS_PX * page.scale())));
            for (int at = map.elements().size() - 1; at >= 0; at--) {
                MarkedElement element = map.elements().get(at);
                if (element.box().isKnown()) {
                    page.outline(pen, element);
                    page.warm(field, element);
                    drawn += element.count();
                }
            }
            float most = glow(image, field.spread());
            caption(
                    pen,
                    "%s · %s · %s · %,d in %,d views, %,d not drawn · hottest spot %,.0f"
                            .formatted(
                                    title,
                                    map.page(),
                                    map.device(),
                                    map.total(),
                                    map.views(),
                                    map.total() - drawn,
                                    most));
        } finally {
            pen.dispose();
        }
        return png(image);
    }

    /** A PNG: bands down a page, as many as there are. */
    public static byte[] of(BandMap map, String title) {
        int band = 9;
        BufferedImage image = blank(Math.max(1, map.bands().size()) * band);
        Graphics2D pen = pen(image);
        try {
            double most = map.bands().stream().mapToDouble(Band::value).max().orElse(0);
            for (int at = 0; at < map.bands().size(); at++) {
                double value = map.bands().get(at).value();
                pen.setColor(new Color(HeatColours.argb(most > 0 ? value / most : 0), true));
                pen.fillRect(0, CAPTION + at * band, WIDTH, band);
            }
            pen.setColor(INK);
            pen.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] {8, 6}, 0));
            int fold = CAPTION + (int) (map.fold() * map.bands().size() * band);
            pen.drawLine(0, fold, WIDTH, fold);
            caption(
                    pen,
                    "%s · %s · %s · %,d views · average fold at %.0f %%"
                            .formatted(title, map.page(), map.device(), map.views(), map.fold() * 100));
        } finally {
            pen.dispose();
        }
        return png(image);
    }

    /** How page px become picture px. */
    private record Page(double scale, int height) {
        static Page around(PointMap map) {
            int wide = LEAST_PAGE_WIDTH;
            int tall = 300;
            for (MarkedElement element : map.elements()) {
                ElementBox box = element.box();
                wide = Math.max(wide, Math.min(8_000, box.x() + box.width()));
                tall = Math.max(tall, Math.min(60_000, box.y() + box.height()));
            }
            double scale = Math.min((double) WIDTH / wide, (double) TALLEST / tall);
            return new Page(scale, (int) Math.ceil(tall * scale) + RADIUS_PX);
        }

        void outline(Graphics2D pen, MarkedElement element) {
            ElementBox box = element.box();
            int x = at(box.x());
            int y = CAPTION + at(box.y());
            int width = Math.max(2, at(box.width()));
            int tall = Math.max(2, at(box.height()));
            pen.setColor(FILL);
            pen.fillRect(x, y, width, tall);
            pen.setColor(LINE);
            pen.drawRect(x, y, width, tall);
            Shape whole = pen.getClip();
            pen.clipRect(x, y, width, tall);
            pen.setColor(INK);
            write(pen, element.name().label(), 11, x + 4, y + Math.min(tall - 3, tall / 2 + 4));
            pen.setClip(whole);
        }

        void warm(HeatField field, MarkedElement element) {
            ElementBox box = element.box();
            for (Cell cell : element.cells()) {
                double x = box.x() + (double) cell.x() / FULL * box.width();
                double y = box.y() + (double) cell.y() / FULL * box.height();
                field.add(x * scale, y * scale, cell.n());
            }
        }

        private int at(int px) {
            return (int) Math.round(px * scale);
        }
    }

    private static BufferedImage blank(int height) {
        return new BufferedImage(WIDTH, CAPTION + height, BufferedImage.TYPE_INT_RGB);
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        return pen;
    }

    /** @return the hottest spot, in marks */
    private static float glow(BufferedImage image, float[] heat) {
        float most = 0;
        for (float here : heat) {
            most = Math.max(most, here);
        }
        for (int at = 0; at < heat.length; at++) {
            if (heat[at] > 0) {
                int x = at % WIDTH;
                int y = CAPTION + at / WIDTH;
                image.setRGB(x, y, over(image.getRGB(x, y), HeatColours.argb(HeatColours.heatOf(heat[at], most))));
            }
        }
        return most;
    }

    private static int over(int below, int above) {
        int alpha = above >>> 24;
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = ((above >> shift & 0xFF) * alpha + (below >> shift & 0xFF) * (255 - alpha)) / 255;
            mixed = mixed << 8 | channel;
        }
        return mixed;
    }

    private static void caption(Graphics2D pen, String words) {
        pen.setClip(null);
        pen.setColor(INK);
        write(pen, words, 13, 10, 20);
        for (int x = 0; x < 160; x++) {
            pen.setColor(new Color(HeatColours.argb(x / 159.0), true));
            pen.fillRect(10 + x, 28, 1, 8);
        }
        write(pen, "fewer to more", 10, 178, 36);
    }

    /** Without fonts on the machine nothing is written: a heatmap without words is still one. */
    private static void write(Graphics2D pen, String words, int size, int x, int y) {
        if (words.isBlank() || !Fonts.ARE_HERE) {
            return;
        }
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        pen.drawString(words, x, y);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
