package io.sojourn.heatmap.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.heatmap.BandMap;
import io.sojourn.heatmap.ElementBox;
import io.sojourn.heatmap.ElementName;
import io.sojourn.heatmap.PointMap;
import io.sojourn.heatmap.PointMap.Cell;
import io.sojourn.heatmap.PointMap.MarkedElement;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void heatLiesOnTheElementThatWasClickedAndNowhereElse() throws IOException {
        PointMap map = map(
                element("hot", new ElementBox(100, 100, 200, 60), 50),
                element("cold", new ElementBox(700, 900, 200, 60), 0));
        BufferedImage picture = read(Wireframe.of(map, "click"));
        double scale = 900.0 / 900;
        assertThat(warmth(picture, 200 * scale, 46 + 130 * scale)).isGreaterThan(40);
        assertThat(warmth(picture, 800 * scale, 46 + 930 * scale)).isLessThan(12);
    }

    @Test
    void theSameMapGivesTheSamePictureAndNoMapIsTooLargeOrTooEmptyForOne() throws IOException {
        PointMap map = map(element("hot", new ElementBox(0, 5_000_000, 40, 40), 5));
        assertThat(Wireframe.of(map, "click")).isEqualTo(Wireframe.of(map, "click"));
        assertThat(read(Wireframe.of(map, "click")).getHeight()).isLessThan(6_200);
        assertThat(read(Wireframe.of(map(), "click")).getWidth()).isEqualTo(900);
        BandMap none = new BandMap("/", "mobile", 0, 0, 0, 0, List.of());
        assertThat(read(Wireframe.of(none, "scroll")).getWidth()).isEqualTo(900);
    }

    @Test
    void theRowsOfATableAddUpAndNoLabelBecomesAFormula() {
        PointMap map = new PointMap(
                "/",
                "desktop",
                10,
                9,
                7,
                2,
                1,
                List.of(new MarkedElement(
                        new ElementName("a", "#a", "=HYPERLINK(\"http://evil\")", "", ""),
                        6,
                        5,
                        new ElementBox(1, 2, 3, 4),
                        List.of(new Cell(1, 1, 6)))));
        String csv = MapTable.of(map);
        assertThat(csv).contains("a,\"'=HYPERLINK(\"\"http://evil\"\")\",\"#a\",6,5,0.500000");
        assertThat(csv).contains(",other elements,,1,").contains(",could not be placed,,2,");
    }

    private static PointMap map(MarkedElement... elements) {
        long total = List.of(elements).stream().mapToLong(MarkedElement::count).sum();
        return new PointMap("/p/lamp", "desktop", 100, total, total, 0, 0, List.of(elements));
    }

    private static MarkedElement element(String key, ElementBox box, long clicks) {
        List<Cell> cells = clicks == 0 ? List.of() : List.of(new Cell(16_384, 16_384, clicks));
        return new MarkedElement(ElementName.unknown(key), clicks, clicks, box, cells);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** How far a pixel is from grey. */
    private static int warmth(BufferedImage picture, double x, double y) {
        int rgb = picture.getRGB((int) x, (int) y);
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
    }
}
