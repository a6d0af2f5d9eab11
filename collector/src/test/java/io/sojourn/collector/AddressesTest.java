package io.sojourn.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void aVisitorsAddressIsCutBeforeItIsKept() throws Exception {
        assertThat(Addresses.truncate(InetAddress.getByName("203.0.113.77"))).isEqualTo("203.0.113.0");
        assertThat(Addresses.truncate(InetAddress.getByName("2001:db8:1:2:3:4:5:6")))
                .isEqualTo("2001:db8:1:0:0:0:0:0");
        assertThat(Addresses.truncate(null)).isEmpty();
    }
}
