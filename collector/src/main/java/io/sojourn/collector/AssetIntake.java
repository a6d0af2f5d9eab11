package io.sojourn.collector;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogUnavailable;
import io.sojourn.eventlog.asset.AssetHash;
import io.sojourn.eventlog.asset.AssetKind;
import io.sojourn.eventlog.asset.AssetRejected;
import io.sojourn.eventlog.asset.AssetStore;
import io.sojourn.eventlog.asset.PartSender;
import io.sojourn.sites.Site;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes contents that a batch named and the server lacked. Any thread; touches the disk. */
public final class AssetIntake {
    private final Intake intake;
    private final Admission admission;
    private final AssetStore assets;
    private final InstantSource clock;

    public AssetIntake(Intake intake, Admission admission, AssetStore assets, InstantSource clock) {
        this.intake = intake;
        this.admission = admission;
        this.assets = assets;
        this.clock = clock;
    }

    /**
     * A content on its way in, as its address says it.
     *
     * @param session whose page it is from; needed for parts
     * @param visitor null without consent; then the network it came from tells visitors apart
     */
    public record Upload(
            String siteKey,
            Id128 hash,
            AssetKind kind,
            boolean deflated,
            @Nullable Id128 session,
            @Nullable Id128 visitor) {}

    /** Keeps the content and then answers. */
    public void receive(Upload upload, byte[] body, Sender sender, Intake.Answer answer) {
        Integer site = null;
        try {
            Site known = intake.siteOf(upload.siteKey());
            site = known.id();
            Intake.checkOrigin(known, sender.origin());
            Refusal refusal = admission.refusal(known.id(), true);
            if (refusal != null) {
                intake.refuse(site, refusal, answer);
                return;
            }
            keep(known.id(), upload, content(upload, body), sender);
            answer.logged(List.of());
        } catch (BatchRejected mistake) {
            intake.reject(site, mistake.reason(), mistake.getMessage(), answer);
        } catch (LogUnavailable weather) {
            intake.refuse(site, Refusal.LOG_UNAVAILABLE, answer);
        }
    }

    private static byte[] content(Upload upload, byte[] body) throws BatchRejected {
        byte[] content = upload.deflated() ? Inflated.of(body, upload.kind().maxBytes()) : body;
        if (content == null) {
            throw new BatchRejected(Rejection.WRONG_ASSET, "not deflated, cut off, or too large when inflated");
        }
        if (!AssetHash.of(content).equals(upload.hash())) {
            throw new BatchRejected(Rejection.WRONG_ASSET, "the content has another hash");
        }
        return content;
    }

    private void keep(int site, Upload upload, byte[] content, Sender sender) throws BatchRejected {
        try {
            Id128 session = upload.session();
            if (upload.kind() == AssetKind.STYLE) {
                assets.put(site, AssetKind.STYLE, "", content, clock.millis());
            } else if (session == null) {
                throw new BatchRejected(Rejection.WRONG_ASSET, "a part needs its session");
            } else {
                assets.putPart(site, new PartSender(session, visitor(upload, sender)), content, clock.millis());
            }
        } catch (AssetRejected rejected) {
            throw new BatchRejected(reason(rejected.reason()), String.valueOf(rejected.getMessage()));
        }
    }

    /** Sessions of one person without consent have nothing in common but their network: all from there count as one. */
    private static String visitor(Upload upload, Sender sender) {
        return upload.visitor() != null ? upload.visitor().toString() : sender.address();
    }

    private static Rejection reason(AssetRejected.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> Rejection.TOO_LARGE;
            case OVER_QUOTA -> Rejection.ASSET_QUOTA;
            case WRONG_HASH, WRONG_TYPE -> Rejection.WRONG_ASSET;
        };
    }
}
