package io.sojourn.journey.stall;

import static io.sojourn.journey.testing.ScriptedVisit.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Identify;
import io.sojourn.journey.stall.store.StallReader;
import io.sojourn.journey.testing.ScriptedVisit;
import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.SessionFilter;
import io.sojourn.sessions.testing.SessionsFixture;
import io.sojourn.sessions.testing.VisitBuilder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What visits are matched by is packed by the database and unpacked here: both must mean the same. */
class StepPackingTest {
    @Test
    void aStepReadIsAlikeAsItsVisitWas(@TempDir Path folder) {
        try (SessionsFixture house = new SessionsFixture(folder, new JourneyDerivation())) {
            Id128 somebody = new Id128(4, 4);
            ScriptedVisit first =
                    aVisit(1).startingAt(VisitBuilder.NOON).on("/plan").busy(2_000);
            first.builder().by(somebody);
            ScriptedVisit second = aVisit(2)
                    .startingAt(VisitBuilder.NOON + 3_600_000)
                    .onMobile()
                    .on("/?utm_source=letter&utm_medium=email")
                    .busy(2_000)
                    .pressesInVain("#start")
                    .pressesInVain("#start")
                    .add(event -> event.setIdentify(Identify.newBuilder().setUserKey("anna")))
                    .on("/plan")
                    .busy(2_000)
                    .pressesInVain("#choose")
                    .pressesInVain("#choose");
            second.builder().by(somebody);
            house.follows(first.leaves().builder(), second.leaves().builder()).everybodyLeaves();

            Steps steps = new StallReader(house.module().facts())
                    .read(SessionFilter.all(1), new long[] {VisitBuilder.NOON + 1})
                    .steps();
            int desktop = Device.DESKTOP.ordinal();
            int mobile = 100 + Device.MOBILE.ordinal();
            assertThat(Arrays.copyOf(steps.alike, steps.size()))
                    .containsExactlyInAnyOrder(
                            Likeness.pack(0, desktop, "direct", false, 0),
                            Likeness.pack(0, mobile, "email", true, 1),
                            Likeness.pack(1, mobile, "email", true, 1));
        }
    }
}
