package io.sojourn.replay.imported;

/** What was sent is no recording of rrweb's, or more than one can be. The message is a sentence for whoever sent it. */
public final class ImportRefused extends Exception {
    private static final long serialVersionUID = 1L;

    ImportRefused(String sentence) {
        super(sentence);
    }

    ImportRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
