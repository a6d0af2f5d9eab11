package io.sojourn.eventlog.asset;

import io.sojourn.eventlog.Id128;
import java.nio.file.Path;

/**
 * Where one site's assets lie: {@code shared/ab/HASH}, {@code own/SESSION/HASH}, {@code witness/ab/HASH}. Every name is made of
 * numbers, so none can lead out of the folder.
 */
record AssetFolders(Path root) {
    Path shared() {
        return root.resolve("shared");
    }

    Path shared(Id128 hash) {
        return spread(shared(), hash);
    }

    Path own() {
        return root.resolve("own");
    }

    Path own(Id128 session) {
        return own().resolve(session.toString());
    }

    Path own(Id128 session, Id128 hash) {
        return own(session).resolve(hash.toString());
    }

    Path witness() {
        return root.resolve("witness");
    }

    Path witness(Id128 hash) {
        return spread(witness(), hash);
    }

    Path scratch() {
        return root.resolve("scratch");
    }

    private static Path spread(Path folder, Id128 hash) {
        String name = hash.toString();
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
