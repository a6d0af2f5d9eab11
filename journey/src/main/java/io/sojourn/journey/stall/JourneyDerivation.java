package io.sojourn.journey.stall;

import io.sojourn.journey.signal.Detectors;
import io.sojourn.journey.signal.Limits;
import io.sojourn.journey.signal.SignalDerivation;
import io.sojourn.sessions.Session;
import io.sojourn.sessions.derive.Derivation;
import io.sojourn.sessions.derive.FactSink;
import io.sojourn.sessions.derive.FactTable;
import io.sojourn.sessions.derive.Rules;
import java.util.List;
import java.util.stream.Stream;

/** Signs and stalls together: detectors, which cost most of the time, look at each visit once. */
public final class JourneyDerivation implements Derivation {
    private final SignalDerivation signals = new SignalDerivation();
    private final StallDerivation stalls = new StallDerivation();

    @Override
    public List<FactTable> tables() {
        return Stream.concat(signals.tables().stream(), stalls.tables().stream())
                .toList();
    }

    @Override
    public void derive(Session session, Rules rules, FactSink facts) {
        List<Detectors.Seen> seen = new Detectors(Limits.of(rules)).look(session, facts);
        signals.write(seen, facts);
        stalls.write(session, seen, rules, facts);
    }
}
