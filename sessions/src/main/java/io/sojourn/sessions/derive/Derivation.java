package io.sojourn.sessions.derive;

import io.sojourn.sessions.Session;
import java.util.List;

/**
 * Turns a rebuilt session into facts. Deterministic: no clock, no I/O, no memory between sessions; reads the ANALYSIS lane
 * only. Deleting all facts and deriving again gives the same rows.
 */
public interface Derivation {
    /**
     * The tables this derivation owns. Rows of a session in them are replaced together. {@link SignalFacts#SIGNAL} is not among
     * them: all may add to it.
     */
    List<FactTable> tables();

    void derive(Session session, Rules rules, FactSink facts);
}
