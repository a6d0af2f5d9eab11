package io.sojourn.collector;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Batch;
import io.sojourn.eventlog.wire.Lane;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one batch's header. For one use. */
final class HeaderParser {
    private static final int MAX_KEY = 32;
    private static final int STREAM_ID_BYTES = 8;
    private static final int MAX_ASSETS = 1_000;
    private static final int MISSING = -1;

    /** Most batches in a row are of one site, and three objects need not be made to know it. Any thread's: it is only a guess. */
    private static volatile String lastKey = "";

    private final ByteBuffer body;
    private final WireScanner in;
    private int key = MISSING;
    private int keyLength;
    private int session = MISSING;
    private int sessionLength;
    private int documentLength;
    private int visitorLength;
    private long lane;
    private long codec;
    private boolean payload;
    private List<Id128> assets = List.of();
    private boolean assetsRight = true;

    HeaderParser(ByteBuffer body) {
        this.body = body;
        this.in = new WireScanner(body);
    }

    BatchHeader parse() throws BatchRejected {
        try {
            while (!in.atEnd()) {
                field(in.tag());
            }
        } catch (WireScanner.Broken notProtobuf) {
            throw new BatchRejected(Rejection.MALFORMED, "not a protobuf message");
        }
        check(keyLength > 0 && keyLength <= MAX_KEY, "site_key");
        check(sessionLength == Id128.BYTES, "session_id");
        check(documentLength == STREAM_ID_BYTES, "document_id");
        check(visitorLength == 0 || visitorLength == Id128.BYTES, "visitor_id");
        check(lane == Lane.ANALYSIS_VALUE || lane == Lane.PLAYBACK_VALUE, "lane");
        check(codec == 0 || codec == 1, "codec");
        check(assetsRight && assets.size() <= MAX_ASSETS, "asset_hashes");
        check(payload, "payload");
        return new BatchHeader(key(), id(session), lane == Lane.PLAYBACK_VALUE, assets);
    }

    /** Header fields stand before the payload, so a first piece of some hundred bytes tells. */
    boolean showsPlayback() {
        try {
            while (!in.atEnd() && lane == 0) {
                field(in.tag());
            }
        } catch (WireScanner.Broken endsHere) {
            // then what was read until here counts
        }
        return lane == Lane.PLAYBACK_VALUE;
    }

    private void field(int tag) throws WireScanner.Broken {
        switch (tag) {
            case Batch.SITE_KEY_FIELD_NUMBER << 3 | WireScanner.BYTES -> {
                key = in.bytes();
                keyLength = in.at() - key;
            }
            case Batch.SESSION_ID_FIELD_NUMBER << 3 | WireScanner.BYTES -> {
                session = in.bytes();
                sessionLength = in.at() - session;
            }
            case Batch.DOCUMENT_ID_FIELD_NUMBER << 3 | WireScanner.BYTES -> documentLength = length();
            case Batch.VISITOR_ID_FIELD_NUMBER << 3 | WireScanner.BYTES -> visitorLength = length();
            case Batch.LANE_FIELD_NUMBER << 3 | WireScanner.VARINT -> lane = in.varint();
            case Batch.CODEC_FIELD_NUMBER << 3 | WireScanner.VARINT -> codec = in.varint();
            case Batch.ASSET_HASHES_FIELD_NUMBER << 3 | WireScanner.BYTES -> asset(in.bytes());
            case Batch.PAYLOAD_FIELD_NUMBER << 3 | WireScanner.BYTES -> {
                payload = true;
                in.bytes();
            }
            default -> in.skip(tag);
        }
    }

    private int length() throws WireScanner.Broken {
        int start = in.bytes();
        return in.at() - start;
    }

    private void asset(int start) {
        if (in.at() - start != Id128.BYTES || assets.size() > MAX_ASSETS) {
            assetsRight = false;
            return;
        }
        if (assets.isEmpty()) {
            assets = new ArrayList<>();
        }
        assets.add(id(start));
    }

    /** What is not ASCII becomes a key that no site has. */
    private String key() {
        String last = lastKey;
        if (isKey(last)) {
            return last;
        }
        byte[] letters = new byte[keyLength];
        body.get(key, letters);
        String found = new String(letters, StandardCharsets.ISO_8859_1);
        lastKey = found;
        return found;
    }

    private boolean isKey(String text) {
        if (text.length() != keyLength) {
            return false;
        }
        for (int i = 0; i < keyLength; i++) {
            if ((char) (body.get(key + i) & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private Id128 id(int start) {
        long high = body.getLong(start);
        long low = body.getLong(start + Long.BYTES);
        return body.order() == ByteOrder.BIG_ENDIAN
                ? new Id128(high, low)
                : new Id128(Long.reverseBytes(high), Long.reverseBytes(low));
    }

    private static void check(boolean right, String field) throws BatchRejected {
        if (!right) {
            throw new BatchRejected(Rejection.MALFORMED, field + " is missing or wrong");
        }
    }
}
