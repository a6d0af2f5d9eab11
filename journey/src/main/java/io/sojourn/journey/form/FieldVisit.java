package io.sojourn.journey.form;

import io.sojourn.eventlog.wire.FieldInput;

/** What one visit did in one field. Filled in by {@link FormVisit}; one thread. */
final class FieldVisit {
    String type = "";
    boolean required;
    int place;
    boolean focused;
    boolean filled;
    boolean blank;
    boolean autofilled;
    boolean pasted;
    boolean pasteBlocked;
    boolean returned;
    boolean refilled;
    boolean cleared;
    boolean askedTwice;
    int errors;
    int edits;
    int deletions;
    long engagedMs;
    long hesitationMs = -1;

    /** What a browser filled in is neither typing nor hesitation (SIGNALS 6.7). */
    void read(FieldInput input) {
        filled = true;
        pasted |= input.getPasted();
        pasteBlocked |= input.getPasteBlocked();
        refilled |= input.getRefilled();
        if (input.getAutofilled()) {
            autofilled = true;
            return;
        }
        edits += input.getEdits();
        deletions += input.getDeletions();
        boolean first = hesitationMs < 0 && input.getFirstAfterMs() > 0;
        hesitationMs = first ? Integer.toUnsignedLong(input.getFirstAfterMs()) : hesitationMs;
    }
}
