package io.sojourn.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sojourn.sites.alert.AlertChannel;
import io.sojourn.sites.alert.AlertChannel.Kind;
import io.sojourn.sites.alert.AlertChannel.Pace;
import io.sojourn.sites.alert.Delivery;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mail sent to a real mail server, in this process. */
class MailCourierTest {
    private static final AlertChannel ANN =
            new AlertChannel("c", 1, Kind.MAIL, "ann@shop.example", "", Pace.ONCE, false, 0);

    @Test
    void anAlertArrivesAsPlainWordsWithALinkAndWhatAPageCallsItselfWritesNoHeader() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Courier.Outcome outcome = send(server.getSmtp().getPort(), """
                    {"sentence": "60 visits stalled on \\r\\nBcc: all@shop.example\\r\\n\\r\\n/pay.", "path": "/sites/1"}""");
            assertThat(outcome.arrived()).as(outcome.answer()).isTrue();
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(mail.getSubject()).isEqualTo("Sojourn: visitors stall somewhere");
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat((String) mail.getContent())
                    .startsWith("60 visits stalled on Bcc: all@shop.example /pay.")
                    .contains("https://stats.shop.example/sites/1");
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailServerThatIsAwayIsWeather() {
        Courier.Outcome outcome = send(1, "{\"sentence\": \"x\"}");
        assertThat(outcome.arrived() || outcome.hopeless()).isFalse();
    }

    private static Courier.Outcome send(int port, String body) {
        MailSettings settings = new MailSettings("127.0.0.1", port, null, null, "sojourn@shop.example", false);
        Delivery delivery = new Delivery("d", "c", "k", body, Delivery.State.WAITING, 0, 0, 0, null, null);
        MailText text = new MailText("https://stats.shop.example");
        return new MailCourier(settings, text, () -> Instant.ofEpochSecond(1_764_000_000), Runnable::run)
                .carry(ANN, List.of(delivery))
                .toCompletableFuture()
                .join();
    }
}
