package io.sojourn.sessions.follow;

import static io.sojourn.sessions.testing.VisitBuilder.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sojourn.sessions.testing.SessionsFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerThreadTest {
    @TempDir
    Path folder;

    @Test
    void whatIsLoggedIsDerivedAndAFailureOnTheWayIsGotOver() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch derived = new CountDownLatch(1);
        try (SessionsFixture house = new SessionsFixture(folder)) {
            house.module().follower().flush();
            house.watchedBy(step -> {
                if (step == FlushStep.LOG_FORCED && failed.getCount() > 0) {
                    failed.countDown();
                    throw new IllegalStateException("on purpose");
                }
                if (step == FlushStep.COMMITTED) {
                    derived.countDown();
                }
                house.clock.advance(Duration.ofSeconds(3));
            });
            try (FollowerThread thread = new FollowerThread(house.module().follower())) {
                thread.start();
                house.log().with(aVisit().on("/").records());
                house.clock.advance(Duration.ofSeconds(3));
                assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();
                house.clock.advance(Duration.ofSeconds(3));
                while (!derived.await(20, TimeUnit.MILLISECONDS)) {
                    house.clock.advance(Duration.ofSeconds(3));
                }
            }
        }
    }
}
