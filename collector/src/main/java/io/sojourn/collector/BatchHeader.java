package io.sojourn.collector;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.wire.Batch;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What must be right about a batch before it is kept. The payload is stepped over, not read: it is bounded already, and
 * what is wrong inside it is found and counted by the follower.
 *
 * @param session for keeping together what belongs together
 */
public record BatchHeader(String siteKey, Id128 session) {
    private static final int MAX_KEY = 32;
    private static final int STREAM_ID_BYTES = 8;
    private static final int MAX_ASSETS = 1_000;

    /** @throws BatchRejected as MALFORMED, with what is wrong */
    public static BatchHeader parse(ByteBuffer body) throws BatchRejected {
        try {
            return new Parser(CodedInputStream.newInstance(body)).parse();
        } catch (IOException notProtobuf) {
            throw malformed("not a protobuf message");
        }
    }

    private static BatchRejected malformed(String detail) {
        return new BatchRejected(Rejection.MALFORMED, detail);
    }

    private static final class Parser {
        private final CodedInputStream in;
        private String siteKey = "";
        private ByteString session = ByteString.EMPTY;
        private ByteString document = ByteString.EMPTY;
        private int visitorBytes;
        private int lane;
        private int codec;
        private int assets;
        private boolean payload;

        Parser(CodedInputStream in) {
            this.in = in;
        }

        BatchHeader parse() throws IOException, BatchRejected {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                field(tag);
            }
            check(!siteKey.isEmpty() && siteKey.length() <= MAX_KEY, "site_key");
            check(session.size() == Id128.BYTES, "session_id");
            check(document.size() == STREAM_ID_BYTES, "document_id");
            check(visitorBytes == 0 || visitorBytes == Id128.BYTES, "visitor_id");
            check(lane == 1 || lane == 2, "lane");
            check(codec == 0 || codec == 1, "codec");
            check(assets <= MAX_ASSETS, "asset_hashes");
            check(payload, "payload");
            return new BatchHeader(siteKey, Id128.of(session));
        }

        private void field(int tag) throws IOException {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case Batch.SITE_KEY_FIELD_NUMBER -> siteKey = in.readStringRequireUtf8();
                case Batch.SESSION_ID_FIELD_NUMBER -> session = in.readBytes();
                case Batch.DOCUMENT_ID_FIELD_NUMBER -> document = in.readBytes();
                case Batch.VISITOR_ID_FIELD_NUMBER -> visitorBytes = skipBytes();
                case Batch.LANE_FIELD_NUMBER -> lane = in.readEnum();
                case Batch.CODEC_FIELD_NUMBER -> codec = in.readEnum();
                case Batch.ASSET_HASHES_FIELD_NUMBER -> {
                    assets++;
                    skipBytes();
                }
                case Batch.PAYLOAD_FIELD_NUMBER -> {
                    payload = true;
                    skipBytes();
                }
                default -> in.skipField(tag);
            }
        }

        private int skipBytes() throws IOException {
            int length = in.readRawVarint32();
            in.skipRawBytes(length);
            return length;
        }

        private static void check(boolean right, String field) throws BatchRejected {
            if (!right) {
                throw malformed(field + " is missing or wrong");
            }
        }
    }
}
