package io.sojourn.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The floors of the house, and which rooms may hold which engine (docs/architecture.md). */
@AnalyzeClasses(
        packages = "io.sojourn",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrowsOnlyPointDown = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("event-log")
            .definedBy("io.sojourn.eventlog..")
            .layer("sites")
            .definedBy("io.sojourn.sites..")
            .layer("collector")
            .definedBy("io.sojourn.collector..")
            .layer("sessions")
            .definedBy("io.sojourn.sessions..")
            .layer("replay")
            .definedBy("io.sojourn.replay..")
            .layer("heatmap")
            .definedBy("io.sojourn.heatmap..")
            .layer("journey")
            .definedBy("io.sojourn.journey..")
            .layer("server")
            .definedBy("io.sojourn.server..")
            .whereLayer("server")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("replay")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("heatmap")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("journey")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("collector")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("sessions")
            .mayOnlyBeAccessedByLayers("replay", "heatmap", "journey", "server")
            .whereLayer("sites")
            .mayOnlyBeAccessedByLayers("collector", "sessions", "replay", "heatmap", "journey", "server")
            .whereLayer("event-log")
            .mayOnlyBeAccessedByLayers("collector", "sessions", "replay", "heatmap", "journey", "server");

    @ArchTest
    static final ArchRule onlyTwoPackagesKnowUndertow = noClasses()
            .that()
            .resideOutsideOfPackages("io.sojourn.collector.http..", "io.sojourn.server.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.undertow..", "org.xnio..");

    @ArchTest
    static final ArchRule onlyTheLogKnowsChronicle = noClasses()
            .that()
            .resideOutsideOfPackage("io.sojourn.eventlog.chronicle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.openhft..");

    @ArchTest
    static final ArchRule onlyStoresSpeakSql = noClasses()
            .that()
            .resideOutsideOfPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.duckdb..", "org.h2..");

    @ArchTest
    static final ArchRule onlyTheAssemblyNamesTheLogsEngine = noClasses()
            .that()
            .resideOutsideOfPackages("io.sojourn.eventlog.chronicle..")
            .and()
            .doNotHaveFullyQualifiedName("io.sojourn.server.Assembly")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.sojourn.eventlog.chronicle..");

    /** The spoken builders that modules share for their tests. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
