package io.sojourn.sessions.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.sessions.Device;
import io.sojourn.sessions.filter.SessionFilter.Condition;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {
    private static final long NOW = 1_790_000_000_000L;

    @Test
    void aReportIsAboutTheLastThirtyDaysUnlessToldOtherwise() {
        SessionFilter filter = parse(Map.of("limit", List.of("50")));

        assertThat(filter.to()).isEqualTo(NOW + 1);
        assertThat(filter.from()).isEqualTo(NOW + 1 - Duration.ofDays(30).toMillis());
        assertThat(filter.where()).isEmpty();
    }

    @Test
    void aFilterIsReadWhole() {
        SessionFilter filter = parse(Map.of(
                "from", List.of("100"),
                "to", List.of("200"),
                "device", List.of("mobile"),
                "where", List.of("page:is:/a:b", "clicks:at-least:3")));

        assertThat(filter)
                .isEqualTo(new SessionFilter(
                        1,
                        100,
                        200,
                        Device.MOBILE,
                        List.of(
                                new Condition(Field.PAGE, Op.IS, "/a:b"),
                                new Condition(Field.CLICKS, Op.AT_LEAST, "3"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "where  | page               | A condition is written field:op:value",
                "where  | mood:is:good       | There is no field \"mood\". Choose one of: class, visitor",
                "where  | page:like:x        | There is no op \"like\". Choose one of: is, not, contains, not-contains",
                "where  | clicks:contains:3  | \"clicks\" cannot be asked \"contains\".",
                "where  | clicks:is:many     | \"clicks\" needs a whole number, not \"many\".",
                "where  | clicks:is:-3       | \"clicks\" needs a whole number",
                "where  | page:is:           | The value of \"page\" must have 1 to 512 characters.",
                "where  | visitor:is:me      | A visitor is named by 32 hex digits.",
                "where  | recorded:is:maybe  | \"recorded\" is either true or false.",
                "device | watch              | There is no device \"watch\". Choose one of: mobile, tablet, desktop.",
                "from   | yesterday          | \"from\" needs a time in milliseconds, not \"yesterday\".",
                "from   | 999999999999999    | \"from\" is later than \"to\"."
            })
    void mistakesAreExplained(String name, String value, String sentence) {
        assertThatThrownBy(() -> parse(Map.of(name, List.of(value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aFilterHasAnEnd() {
        assertThatThrownBy(() -> parse(Map.of("where", Collections.nCopies(21, "page:is:/"))))
                .hasMessage("A filter has at most 20 conditions.");
    }

    private static SessionFilter parse(Map<String, List<String>> parameters) {
        return FilterParser.parse(1, parameters, NOW);
    }
}
