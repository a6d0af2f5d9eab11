package io.sojourn.heatmap.zone;

import io.sojourn.heatmap.ElementBox;
import io.sojourn.heatmap.ElementName;

/** An element that can belong to a zone. @param path by position from the root @param landmark nearest, and the path below it */
public record ZoneElement(ElementName name, String path, String landmark, ElementBox box) {}
