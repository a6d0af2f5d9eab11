package io.sojourn.eventlog.asset;

import io.sojourn.eventlog.Id128;
import io.sojourn.eventlog.LogUnavailable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Looks through the folders: at the start for what is there, later for what is too old. */
final class AssetScan {
    private AssetScan() {}

    static void of(Path root, IntFunction<AssetFolders> folders, IntFunction<SiteAssets> sites) {
        try {
            Files.createDirectories(root);
            for (Path folder : list(root)) {
                int site = Integer.parseInt(name(folder));
                scan(folders.apply(site), sites.apply(site));
            }
        } catch (IOException | NumberFormatException trouble) {
            throw new LogUnavailable("the folder of assets " + root + " cannot be used", trouble);
        }
    }

    private static void scan(AssetFolders folders, SiteAssets assets) throws IOException {
        for (Path halfWritten : list(folders.scratch())) {
            Files.delete(halfWritten);
        }
        for (Path group : list(folders.shared())) {
            for (Path file : list(group)) {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                assets.add(Id128.parse(name(file)), found.lastModifiedTime().toMillis());
                assets.shared.found(found.size());
            }
        }
        for (Path session : list(folders.own())) {
            for (Path file : list(session)) {
                assets.own.found(Files.size(file));
            }
        }
    }

    /** What lies in a folder; nothing when there is none. */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /** Deletes files two floors below that were last written to before. @return how many */
    static int deleteOlder(Path folder, long writtenBefore) throws IOException {
        int deleted = 0;
        for (Path group : list(folder)) {
            for (Path file : list(group)) {
                if (Files.getLastModifiedTime(file).toMillis() < writtenBefore) {
                    Files.deleteIfExists(file);
                    deleted++;
                }
            }
        }
        return deleted;
    }

    static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException inUse) {
            // then it stays
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
