package io.sojourn.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whether docs/openapi.yaml leaves anything out. Routes are read where they are written. */
class OpenApiTest {
    private static final Path DOCUMENT = Path.of("../docs/openapi.yaml");
    private static final Path API = Path.of("src/main/java/io/sojourn/server/api");
    private static final Pattern ROUTE = Pattern.compile("\\.(get|post|put|delete)\\(\\s*\"(/api/[^\"]*)\"");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final JsonNode document = new YAMLMapper().readTree(DOCUMENT.toFile());

    @Test
    void everyRouteOfTheServerStandsInTheDocument() throws IOException {
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(name -> METHODS.contains(name) && path.getKey().startsWith("/api/"))
                        .forEach(method -> described.add(method + " " + path.getKey())));

        assertThat(routes()).hasSizeGreaterThan(40);
        assertThat(described).containsAll(routes());
    }

    @Test
    void operationsHaveNamesOfTheirOwnAndReferencesLeadSomewhere() {
        List<String> names = new ArrayList<>();
        List<String> references = new ArrayList<>();
        look(document, names, references);

        assertThat(names).doesNotHaveDuplicates();
        assertThat(new HashSet<>(references))
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static void look(JsonNode node, List<String> names, List<String> references) {
        node.properties().forEach(property -> {
            if (property.getKey().equals("operationId")) {
                names.add(property.getValue().asString());
            } else if (property.getKey().equals("$ref")) {
                references.add(property.getValue().asString());
            }
            look(property.getValue(), names, references);
        });
        if (node.isArray()) {
            node.forEach(item -> look(item, names, references));
        }
    }

    private static Set<String> routes() throws IOException {
        Set<String> routes = new TreeSet<>();
        try (Stream<Path> files = Files.list(API)) {
            files.forEach(file -> {
                Matcher route = ROUTE.matcher(text(file));
                while (route.find()) {
                    routes.add(route.group(1) + " " + route.group(2));
                }
            });
        }
        return routes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
