package io.sojourn.sessions;

/** Texts of visitors, held to a length. */
public final class Clipped {
    private Clipped() {}

    /** Never through the middle of a character: half of one can be neither written as UTF-8 nor asked for. */
    public static String to(int mostChars, String text) {
        if (text.length() <= mostChars) {
            return text;
        }
        boolean middle = Character.isHighSurrogate(text.charAt(mostChars - 1));
        return text.substring(0, middle ? mostChars - 1 : mostChars);
    }
}
