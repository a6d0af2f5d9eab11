package io.sojourn.heatmap;

/** A state a page was seen in. @param views page views it was seen in @param clicks made in it */
public record StateOfPage(PageState state, ElementName name, long views, long clicks) {}
