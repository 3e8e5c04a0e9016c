package com.socialflow.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.socialflow.core.Id;
import com.socialflow.core.Ids;
import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.platform.secrets.MasterKey;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as every service speaks it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
@Import({ProblemAdvice.class, ProblemErrors.class, ServerConfiguration.class})
public class WebConfiguration implements WebMvcConfigurer {

    /** Filters in their order: the request id first, so that every answer has one. */
    public static final int REQUEST_ID_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    public static final int JSON_LIMIT_ORDER = REQUEST_ID_ORDER + 10;

    /** Behind Spring Security's filters (-100): a key belongs to a person. */
    public static final int IDEMPOTENCY_ORDER = -50;

    private static final Set<String> OTHER_FORMATS = Set.of("xml", "yaml", "cbor", "x-jackson-smile");

    private static final Validator NO_VALIDATOR = new Validator() {
        @Override
        public boolean supports(Class<?> type) {
            return false;
        }

        @Override
        public void validate(Object target, Errors errors) {
            throw new UnsupportedOperationException();
        }
    };

    @Bean
    static FilterRegistrationBean<RequestIds> requestIds(Ids ids) {
        var filter = new FilterRegistrationBean<>(new RequestIds(ids));
        filter.setOrder(REQUEST_ID_ORDER);
        return filter;
    }

    @Bean
    static ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    static FilterRegistrationBean<JsonLimit> jsonLimit(WebSettings settings, ProblemWriter problems) {
        var filter =
                new FilterRegistrationBean<>(new JsonLimit(settings.jsonMax().toBytes(), problems));
        filter.setOrder(JSON_LIMIT_ORDER);
        return filter;
    }

    @Bean
    static ServiceSchema platformSchema() {
        return new ServiceSchema("platform", false);
    }

    @Bean
    static FilterRegistrationBean<Idempotency> idempotency(
            JdbcClient jdbc,
            ProblemWriter problems,
            MasterKey secret,
            Clock clock,
            ConfigurableTransactionManager transactions) {
        var hashKey = secret.derive("idempotency", "HmacSHA256");
        var idempotency = new Idempotency(new IdempotencyStore(jdbc), problems, hashKey, clock);
        transactions.addListener(idempotency);
        var filter = new FilterRegistrationBean<>(idempotency);
        filter.setOrder(IDEMPOTENCY_ORDER);
        return filter;
    }

    @Bean
    static KeptAnswers keptAnswers(JdbcClient jdbc) {
        return new KeptAnswers(jdbc);
    }

    @Bean
    static JsonMapperBuilderCustomizer json() {
        return mapper -> mapper.addModule(new IdJson())
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    }

    @Bean
    static ServerHttpMessageConvertersCustomizer measuredJson(JsonMapper json) {
        return converters -> converters
                .withJsonConverter(new MeasuredJson(json))
                .configureMessageConvertersList(all -> all.removeIf(WebConfiguration::readsAnotherFormat));
    }

    /** Libraries bring parsers of other formats along, and Spring would offer them without our limits. */
    private static boolean readsAnotherFormat(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream().anyMatch(type -> OTHER_FORMATS.contains(type.getSubtype()));
    }

    @Bean
    static WebMvcRegistrations pathFirstMappings() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PathFirstMappings();
            }
        };
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new IdsFromText());
    }

    /** Not where another server sends a browser back to: that answers with a page, whatever comes. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SaidOnce()).addPathPatterns("/api/**").excludePathPatterns("/api/v1/sign-in/**");
    }

    /** Records check themselves; a validator that nothing asks would be looked for at every start. */
    @Override
    public Validator getValidator() {
        return NO_VALIDATOR;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageRequests());
    }

    /** Path variables and parameters of any {@link Id} record, by its {@code parse(String)}. */
    private static final class IdsFromText implements ConverterFactory<String, Id> {

        private final Map<Class<?>, MethodHandle> parsers = new ConcurrentHashMap<>();

        @Override
        public <T extends Id> Converter<String, T> getConverter(Class<T> type) {
            // Asked for anew with every request.
            var parse = parsers.computeIfAbsent(type, IdsFromText::parser);
            return text -> {
                try {
                    return type.cast((Object) parse.invokeExact(text));
                } catch (RuntimeException | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            };
        }

        private static MethodHandle parser(Class<?> type) {
            try {
                return MethodHandles.publicLookup()
                        .findStatic(type, "parse", MethodType.methodType(type, String.class))
                        .asType(MethodType.methodType(Object.class, String.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " has no public static parse(String)", e);
            }
        }
    }
}
