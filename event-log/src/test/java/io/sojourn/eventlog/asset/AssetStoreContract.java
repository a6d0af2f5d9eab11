package io.sojourn.eventlog.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sojourn.eventlog.Id128;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine of the asset store keeps. */
public abstract class AssetStoreContract {
    protected static final long QUOTA = 4 << 20;
    private static final int SHOP = 1;
    private static final int OTHER = 2;
    private static final long NOW = 1_700_000_000_000L;
    private static final long DAY = 86_400_000L;
    private static final Id128 SESSION = new Id128(1, 1);

    @TempDir
    protected Path folder;

    private AssetStore store;

    /** Opens the engine on {@code folder} with {@link #QUOTA}; called again after a restart. */
    protected abstract AssetStore open(Path folder);

    @BeforeEach
    void openStore() {
        store = open(folder);
    }

    @Test
    void whatWasKeptIsReadBackByItsHashAlsoAfterARestart() throws Exception {
        byte[] css = text("body { margin: 0 }");
        Id128 hash = store.put(SHOP, AssetKind.STYLE, "", css, NOW);
        byte[] png = random(5_000, 1);
        Id128 image = store.put(SHOP, AssetKind.IMAGE, "image/png", png, NOW);

        for (int start = 0; start < 2; start++) {
            assertThat(store.has(SHOP, hash)).isTrue();
            Asset style = store.read(SHOP, null, hash);
            assertThat(style.content()).isEqualTo(css);
            assertThat(style.kind()).isEqualTo(AssetKind.STYLE);
            assertThat(style.contentType()).isEqualTo("text/css; charset=utf-8");
            assertThat(store.read(SHOP, null, image).contentType()).isEqualTo("image/png");
            store = open(folder);
        }
    }

    @Test
    void aHashIsTheFirst128BitsOfTheSha256() {
        assertThat(AssetHash.of(text("abc"))).hasToString("ba7816bf8f01cfea414140de5dae2223");
    }

    @Test
    void onlyWhatIsNotThereIsLacking() throws Exception {
        Id128 there = store.put(SHOP, AssetKind.STYLE, "", text("a{}"), NOW);
        Id128 missing = new Id128(5, 5);

        assertThat(store.lacking(SHOP, SESSION, List.of(there, missing), NOW)).containsExactly(missing);
        assertThat(store.lacking(OTHER, SESSION, List.of(there), NOW))
                .as("another site's")
                .containsExactly(there);
        assertThat(store.read(OTHER, null, there)).isNull();
    }

    @Test
    void whatIsTooLargeOrOfTheWrongTypeIsRefused() {
        refused(AssetRejected.Reason.TOO_LARGE, AssetKind.STYLE, "", new byte[AssetKind.STYLE.maxBytes() + 1]);
        refused(AssetRejected.Reason.WRONG_TYPE, AssetKind.STYLE, "", new byte[] {(byte) 0xff, 0});
        refused(AssetRejected.Reason.WRONG_TYPE, AssetKind.IMAGE, "image/png\r\nX: y", new byte[1]);
        refused(AssetRejected.Reason.WRONG_TYPE, AssetKind.IMAGE, "", new byte[1]);
        assertThat(store.bytes(SHOP)).isZero();
    }

    @Test
    void aSiteThatHasAllItMayHaveIsRefusedAndOthersAreNot() throws Exception {
        byte[] large = random(3 << 20, 2);
        store.put(SHOP, AssetKind.IMAGE, "image/png", large, NOW);
        store.put(SHOP, AssetKind.IMAGE, "image/png", large, NOW);
        refused(AssetRejected.Reason.OVER_QUOTA, AssetKind.IMAGE, "image/png", random(3 << 20, 3));
        store.put(OTHER, AssetKind.IMAGE, "image/png", random(3 << 20, 3), NOW);

        store.collect(NOW + DAY);
        assertThat(store.bytes(SHOP)).isZero();
        store.put(SHOP, AssetKind.IMAGE, "image/png", random(3 << 20, 3), NOW);
    }

    @Test
    void aPartIsItsSessionsAloneUntilFiveVisitorsSentTheSame() throws Exception {
        byte[] menu = random(900, 4);
        Id128 hash = AssetHash.of(menu);
        for (int visitor = 1; visitor < AssetStore.SHARED_FROM; visitor++) {
            send(menu, visitor);
            send(menu, visitor);
            assertThat(store.has(SHOP, hash)).isFalse();
            assertThat(store.lacking(SHOP, SESSION, List.of(hash), NOW)).containsExactly(hash);
            assertThat(store.read(SHOP, SESSION, hash)).isNull();
            assertThat(store.read(SHOP, null, hash)).isNull();
            Id128 session = new Id128(9, visitor);
            assertThat(store.read(SHOP, session, hash).content()).isEqualTo(menu);
            assertThat(store.lacking(SHOP, session, List.of(hash), NOW)).isEmpty();
            store = open(folder);
        }
        send(menu, AssetStore.SHARED_FROM);

        assertThat(store.has(SHOP, hash)).isTrue();
        assertThat(store.lacking(SHOP, SESSION, List.of(hash), NOW)).isEmpty();
        assertThat(store.read(SHOP, null, hash).kind()).isEqualTo(AssetKind.PART);
    }

    @Test
    void aSessionsOwnPartsAreForgottenWithIt() throws Exception {
        byte[] part = random(900, 5);
        send(part, 1);
        send(part, 2);
        store.forget(SHOP, new Id128(9, 1));

        assertThat(store.read(SHOP, new Id128(9, 1), AssetHash.of(part))).isNull();
        assertThat(store.lacking(SHOP, new Id128(9, 1), List.of(AssetHash.of(part)), NOW))
                .hasSize(1);
        assertThat(store.read(SHOP, new Id128(9, 2), AssetHash.of(part))).isNotNull();
    }

    @Test
    void whatIsNotUsedAnyMoreIsCollectedAndWhatIsStays() throws Exception {
        Id128 old = store.put(SHOP, AssetKind.STYLE, "", text("old{}"), NOW);
        Id128 named = store.put(SHOP, AssetKind.STYLE, "", text("named{}"), NOW);
        Id128 shown = store.put(SHOP, AssetKind.FONT, "font/woff2", text("shown"), NOW);
        send(text("part"), 1);
        store.lacking(SHOP, SESSION, List.of(named), NOW + 10 * DAY);
        store.used(SHOP, shown, NOW + 10 * DAY);
        assertThat(store.collect(NOW)).isZero();

        store = open(folder); // the last use outlives a restart
        assertThat(store.collect(NOW + DAY)).isEqualTo(3); // one of them the mark of who sent the part
        assertThat(store.has(SHOP, old)).isFalse();
        assertThat(store.read(SHOP, null, old)).isNull();
        assertThat(store.read(SHOP, null, named)).isNotNull();
        assertThat(store.read(SHOP, null, shown)).isNotNull();
        assertThat(store.read(SHOP, new Id128(9, 1), AssetHash.of(text("part"))))
                .isNull();
    }

    private void send(byte[] part, int visitor) throws AssetRejected {
        store.putPart(SHOP, new PartSender(new Id128(9, visitor), "visitor " + visitor), part, NOW);
    }

    private void refused(AssetRejected.Reason reason, AssetKind kind, String type, byte[] content) {
        assertThatThrownBy(() -> store.put(SHOP, kind, type, content, NOW))
                .isInstanceOfSatisfying(
                        AssetRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }

    protected static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
