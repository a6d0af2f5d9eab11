package io.sojourn.heatmap.kind;

/** Where on the page people spent their time. */
final class AttentionKind implements BandKind {
    @Override
    public String key() {
        return "attention";
    }

    @Override
    public Bands bands() {
        return Bands.ATTENTION;
    }
}
