package com.socialflow.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.RestController;

/** The shape of the program, as docs/ARCHITECTURE.md draws it. Each rule says what to use instead. */
@AnalyzeClasses(
        packages = "com.socialflow",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WrittenByPeople.class})
class ArchitectureTest {

    /** Not what the build generates of bean definitions. */
    static final class WrittenByPeople implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("__");
        }
    }

    private static final String[] SERVICES = {
        "com.socialflow.user..",
        "com.socialflow.video..",
        "com.socialflow.social..",
        "com.socialflow.viewcount..",
        "com.socialflow.analytics..",
        "com.socialflow.workers..",
        "com.socialflow.gateway.."
    };
    private static final String PLATFORM = "com.socialflow.platform..";

    private static final DescribedPredicate<JavaClass> IN_SERVICES = resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule servicesKnowEachOtherOnlyByTheirContracts = slices().matching(
                    "com.socialflow.(user|video|social|viewcount|analytics|workers|gateway)..")
            .should()
            .notDependOnEachOther()
            .as("services share no Java types: call another one through its protobuf (Calls.stub) or follow its"
                    + " events");

    @ArchTest
    static final ArchRule librariesDoNotKnowServices = noClasses()
            .that()
            .resideInAnyPackage(PLATFORM, "com.socialflow.core..", "com.socialflow.views..", "com.socialflow.engines..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES)
            .as("libraries never depend on services: give the library an interface that the service implements");

    @ArchTest
    static final ArchRule coreIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage("com.socialflow.core..", "com.socialflow.views..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "java.nio.file..", "java.net.http..")
            .as("core and the view rule have no Spring and no input or output: put it into platform");

    @ArchTest
    static final ArchRule conditionsDoNotAskForKeys = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ConditionalOnProperty.class)
            .as("the build decides which beans there are (decision 13): look at the settings record in the bean");

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("com.socialflow.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .as("feature packages have no cycles: let the lower one offer an interface");

    @ArchTest
    static final ArchRule edgesArePackagePrivate = classes()
            .that(IN_SERVICES)
            .and(simpleNameEndingWith("Controller")
                    .or(simpleNameEndingWith("Store"))
                    .or(simpleNameEndingWith("Grpc"))
                    .or(simpleNameEndingWith("Events")))
            .should()
            .notBePublic()
            .as("controllers, stores, grpc and events classes are package-private: share the feature's plural noun");

    @ArchTest
    static final ArchRule controllersAskUseCases = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .or()
            .haveSimpleNameEndingWith("Grpc")
            .and(resideInAnyPackage(SERVICES))
            .should()
            .dependOnClassesThat(IN_SERVICES.and(simpleNameEndingWith("Store")))
            .as("controllers and grpc never touch a store: ask the feature's plural noun");

    @ArchTest
    static final ArchRule sqlLivesInStores = noClasses()
            .that(IN_SERVICES
                    .and(not(simpleNameEndingWith("Store")))
                    .and(not(simpleNameEndingWith("Module")))
                    .and(not(simpleNameEndingWith("Configuration"))))
            .and(not(nestedInAStore()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
            .as("SQL only in *Store: name the statement there");

    @ArchTest
    static final ArchRule grpcStaysAtTheEdge = noClasses()
            .that(IN_SERVICES
                    .and(not(simpleNameEndingWith("Grpc")))
                    .and(not(simpleNameEndingWith("Client")))
                    .and(not(simpleNameEndingWith("Module"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.grpc..")
            .as("io.grpc only in *Grpc and *Client");

    @ArchTest
    static final ArchRule controllersAreNamedSo = classes()
            .that(IN_SERVICES)
            .and()
            .areAnnotatedWith(RestController.class)
            .should()
            .haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that(IN_SERVICES)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .as("time is injected: take a java.time.Clock");

    @ArchTest
    static final ArchRule randomnessIsInjected = noClasses()
            .that(IN_SERVICES)
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .as("randomness is injected: take a RandomGenerator");

    @ArchTest
    static final ArchRule noFieldInjection =
            fields().should().notBeAnnotatedWith(Autowired.class).as("constructor injection only");

    @ArchTest
    static final ArchRule executorsBelongToThePlatform = noClasses()
            .that(resideInAnyPackage(
                    "com.socialflow.user..",
                    "com.socialflow.video..",
                    "com.socialflow.social..",
                    "com.socialflow.viewcount..",
                    "com.socialflow.gateway.."))
            .should()
            .callMethod(Executors.class, "newFixedThreadPool", int.class)
            .orShould()
            .callMethod(Executors.class, "newCachedThreadPool")
            .as("no ad-hoc thread pools: start a virtual thread");

    @ArchTest
    static final ArchRule nettyStaysInThePlatform = noClasses()
            .that(not(resideInAPackage(PLATFORM)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..")
            .as("Netty only in live and platform");

    private static DescribedPredicate<JavaClass> nestedInAStore() {
        return DescribedPredicate.describe(
                "nested in a store", type -> type.getName().matches(".*Store\\$.*"));
    }
}
