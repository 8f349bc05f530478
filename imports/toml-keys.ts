/**
 * Which key of deployment.toml each release of Micro Integrator reads: a table, the first and the last release ("4.2-":
 * up to the newest), and its keys; `[]` stands for the items of a list, `*` for any name. Written by
 * `npm run toml-keys -- <file>` out of rows "release, key, who reads it"; do not edit.
 */
export const TOML_TABLE = `
action_executor_configuration[] 4.3- executor
analytics.api_analytics 4.2- enabled
analytics 4.5- custom_data_provider_class
analytics 4.2- enabled id prefix publisher
analytics.endpoint_analytics 4.2- enabled
analytics.inbound_endpoint_analytics 4.2- enabled
analytics.proxy_service_analytics 4.2- enabled
analytics.sequence_analytics 4.2- enabled
authorization_manager 1.1- admin_role_management_permissions class enable_authorization_cache
authorization_manager 1.1- get_all_roles_user_enable
authorization_manager.properties 1.1- *
axis2_transport.parameter 1.2- *
blocking.custom_message_builders[] 1.2- class content_type
blocking.custom_message_formatters[] 1.2- class content_type
blocking.message_builders 1.2- application_binary application_json application_xml form_urlencoded json_badgerfish
blocking.message_builders 1.2- multipart_form_data octet_stream text_javascript text_plain
blocking.message_formatters 1.2- application_binary application_json application_xml form_urlencoded json_badgerfish
blocking.message_formatters 1.2- multipart_form_data octet_stream soap_xml text_javascript text_plain text_xml
cluster_config 1.2- node_id
cpu_watcher 4.3- action_executors attempts enabled interval threshold
custom_message_builders.blocking[] 1.1-1.1 class content_type
custom_message_builders[] 1.1- class content_type
custom_message_formatters.blocking[] 1.1-1.1 class content_type
custom_message_formatters[] 1.1- class content_type
custom_transport.blocking.listener[] 1.1- class protocol
custom_transport.blocking.listener[].parameter 1.1- *
custom_transport.blocking.sender[] 1.1- class protocol
custom_transport.blocking.sender[].parameter 1.1- *
custom_transport.listener[] 1.1- class protocol
custom_transport.listener[].keystore 1.1-1.1 file_name
custom_transport.listener[].keystore 1.1- key_password password type
custom_transport.listener[].keystore 1.2- location
custom_transport.listener[].parameter 1.1- * bind_address non_blocking wsdl_epr_prefix
custom_transport.listener[].ssl_profile 1.1- file_path read_interval
custom_transport.listener[] 1.1-4.2 trust_store
custom_transport.listener[].truststore 1.1-1.1 file_name
custom_transport.listener[].truststore 1.2- location
custom_transport.listener[].truststore 1.1- password type
custom_transport.sender[] 1.1- class protocol
custom_transport.sender[].keystore 1.1-1.1 file_name
custom_transport.sender[].keystore 1.1- key_password password type
custom_transport.sender[].keystore 1.2- location
custom_transport.sender[].parameter 1.1- * non_blocking non_proxy_host proxy_host proxy_port
custom_transport.sender[].ssl_profile 1.1- file_path read_interval
custom_transport.sender[] 1.1-4.2 trust_store
custom_transport.sender[].truststore 1.1-1.1 file_name
custom_transport.sender[].truststore 1.2- location
custom_transport.sender[].truststore 1.1- password type
custom_watchers[] 4.3- class
dashboard_config 4.0- dashboard_url group_id heartbeat_interval node_id
dashboard_config 4.1- management_hostname management_port
datasource[] 4.5- dataSourceClassName defaultAutoCommit
datasource[].dataSourceProps 4.5- *
datasource[] 1.1- driver id password url username
datasource[] 1.2- jmx_enable
datasource[].pool_options 1.1- abandonWhenPercentageFull accessToUnderlyingConnectionAllowed alternateUsernameAllowed
datasource[].pool_options 1.1- commitOnReturn connectionProperties defaultAutoCommit defaultCatalog defaultReadOnly
datasource[].pool_options 1.1- defaultTransactionIsolation fairQueue initSQL initialSize jdbcInterceptors jmxEnabled
datasource[].pool_options 1.1- logAbandoned maxActive maxAge maxIdle maxWait minEvictableIdleTimeMillis minIdle
datasource[].pool_options 1.1- numTestsPerEvictionRun removeAbandoned removeAbandonedTimeout rollbackOnReturn
datasource[].pool_options 1.1- suspectTimeout testOnBorrow testOnReturn testWhileIdle timeBetweenEvictionRunsMillis
datasource[].pool_options 1.1- useEquals validationInterval validationQuery validationQueryTimeout validatorClassName
encryption 1.1- internal_crypto_provider key
external_vault[] 4.0- *
ftp_uploader 4.3- directory enabled host password port username
http.nio 1.2-4.2 port
icp.runtime.log 4.6- suffix
icp_config 4.6- enabled environment heartbeat_interval icp_url integration jwt_audience jwt_clock_skew_tolerance_ms
icp_config 4.6- jwt_expiry_seconds jwt_issuer jwt_scope project runtime secret ssl_verify
integration.transaction_counter 4.3- enable
internal.http.api 1.2-4.2 port
internal_api_ssl_config.certificate_revocation_verifier 1.2- cache_delay cache_size
internal_api_ssl_config 1.2- certificate_revocation_verifier_enabled
internal_api_ssl_config.key_store 1.2- key_password location password type
internal_api_ssl_config.parameter 1.2- *
internal_api_ssl_config.trust_store 1.2- location password type
internal_apis.file_user_store 1.2- enable
internal_apis.file_user_store 4.3- primary
internal_apis.users[].user 4.1- is_admin
internal_apis.users[].user 1.2- name password
jce_provider 4.2- provider_name
jsse_provider 4.6- provider_name
keystore.internal 4.0- alias file_name key_password password type
keystore.primary 1.2- alias file_name key_password password type
keystore.secondary[] 4.4- *
keystore.tls 1.1-1.1 alias file_name key_password password type
liveness_probe 4.2- protocols
log_pattern.patterns[].pattern 4.3- executors regex reload_time
log_watcher 4.3- enabled interval
log_watcher 4.6- max_post_error_context_size max_pre_error_context_size
management_api.authorization_handler 1.2- enable
management_api.authorization_handler.resources[] 1.2- path
management_api.basic_security_handler 1.2- enable
management_api.cors 1.2- allowed_headers allowed_origins enable
management_api.custom_handlers[] 1.2- class name
management_api.custom_handlers[].resources[] 1.2- path
management_api.jwt_token_security_handler 1.2- enable
management_api.jwt_token_security_handler.token_config 1.2- expiry
management_api.jwt_token_security_handler.token_store_config 1.2- clean_up_interval max_size
management_api.jwt_token_security_handler.token_store_config 1.2- remove_oldest_token_on_overflow
management_api 1.2- protocols
masking_pattern.properties 4.0- *
mediation.flow.statistics 1.1- capture_all enable
mediation.http_client 4.6- global_connection_request_timeout global_connection_timeout global_proxy_enabled
mediation.http_client 4.6- global_proxy_host global_proxy_password global_proxy_port global_proxy_protocol
mediation.http_client 4.6- global_proxy_username global_socket_timeout
mediation.inbound 1.1- core_threads max_threads
mediation.inbound 4.0- port_offset_enable
mediation 1.1- internal_http_api_enable internal_http_api_port internal_https_api_port
mediation.stat.tracer 1.1- collect_mediation_properties collect_payloads
mediation.stat.tracer 4.4- collect_mediation_variables
mediation.statistics 1.1- clean_interval enable_clean
mediation.synapse 1.1- build_valid_nc_name command_debugger_port core_threads disable_auto_primitive_regex
mediation.synapse 1.1- disable_custom_replace_regex enable_auto_primitive enable_namespace_declaration enable_xml_nil
mediation.synapse 1.1- enable_xpath_dom_failover event_debugger_port global_timeout_interval json_out_auto_array
mediation.synapse 1.1- max_threads preserve_namespace_on_xml_to_json script_mediator_pool_size temp_data_chunk_size
mediation.synapse 1.1- threads_queue_length
mediation.synapse 4.6- disable_thread_switch_on_blocking_call
mediation.synapse 4.1- freemarker_templates_base_path
mediation.synapse 4.0- maximum_failover_retries suspend_duration_on_maximum_failover
memory_watcher 4.3- action_executors attempts enabled interval threshold
message_builders 1.1- application_binary application_json application_xml form_urlencoded json_badgerfish
message_builders 1.1- multipart_form_data octet_stream text_javascript text_plain
message_builders 4.4- application_docx application_msword application_pdf application_ppt application_pptx
message_builders 4.4- application_xls application_xlsx
message_builders.blocking 1.1-1.1 application_binary application_json application_xml form_urlencoded json_badgerfish
message_builders.blocking 1.1-1.1 multipart_form_data octet_stream text_javascript text_plain
message_formatters 1.1- application_binary application_json application_xml form_urlencoded json_badgerfish
message_formatters 1.1- multipart_form_data octet_stream soap_xml text_javascript text_plain text_xml
message_formatters 4.4- application_docx application_msword application_pdf application_ppt application_pptx
message_formatters 4.4- application_xls application_xlsx
message_formatters.blocking 1.1-1.1 application_binary application_json application_xml form_urlencoded
message_formatters.blocking 1.1-1.1 json_badgerfish multipart_form_data octet_stream soap_xml text_javascript
message_formatters.blocking 1.1-1.1 text_plain text_xml
metric_handler 1.2- api_latency_buckets inbound_endpoint_latency_buckets metric_reporter proxy_latency_buckets
metric_handler 4.3- data_service_latency_buckets
monitoring.ei_analytics 1.2- auth_server_url password server_url username
monitoring.jmx 1.2- rmi_hostname rmi_registry_port rmi_server_port rmi_server_start
opentelemetry 4.2- class enable host port type url
opentelemetry.custom.span.header 4.6- tags
opentelemetry.filtered.mediator 4.6- names
opentelemetry.metric.push.interval 4.6- seconds
opentelemetry.properties[] 4.2- name value
opentelemetry 4.6- protocol
opentelemetry.resource_attributes[] 4.5- name value
opentracing 1.2-4.1 enable
opentracing.jaeger.reporter 1.2-4.1 flush_interval log_spans max_queue_size
opentracing.jaeger.sampler 1.2-4.1 manager_host manager_port
opentracing.jaeger.sender 1.2-4.1 agent_host agent_port
opentracing.zipkin.backend 4.0-4.1 url
opentracing.zipkin 4.0-4.1 enable
passthru_properties 1.1- *
prometheus_api.authorization_handler 1.2- enable
prometheus_api.authorization_handler.resources[] 1.2- path
prometheus_api.basic_security_handler 1.2- enable
prometheus_api.custom_handlers[] 1.2- class name
prometheus_api.custom_handlers[].resources[] 1.2- path
prometheus_api 1.2- protocols
readiness_probe 4.1- protocols
realm_manager 1.1- data_source
realm_manager.properties 1.1- *
rest_api.jwt_security_handler 4.6- allowed_algorithms audience cache_expiry clock_skew_seconds
rest_api.jwt_security_handler 4.6- max_issued_at_age_seconds trusted_issuers
rest_api.jwt_security_handler.log_masking 4.6- token_mask_char token_max_len token_max_visible_len
rest_api.jwt_security_handler.log_masking 4.6- token_min_visible_len_ratio
secrets 1.1- *
security.jce 4.6- provider
server 4.2- attachment_dir cache_attachments config_context_timeout_interval disable_rest
server 4.2- drill_down_to_root_cause_for_fault_reason enable_basic_auth manage_transport_session modules_directory
server 4.2- sandesha2_storage_manager send_stacktrace_details_with_faults service_path services_directory
server 4.2- size_threshold synapse_config_home_directory synapse_config_resolve_root synapse_config_server_name
server 4.2- web_context_root
server 1.2- auth2_token_validation_service hot_deployment identity_server_password identity_server_username
server 1.2- proxy_context_path
server.blocking 4.2- config_context_timeout_interval disable_rest drill_down_to_root_cause_for_fault_reason
server.blocking 4.2- enable_mtom enable_swa hot_deployment hot_update password rest_path
server.blocking 4.2- send_stacktrace_details_with_faults service_path username
server 1.1- enable_mtom enable_swa hide_admin_service_wsdl hostname http_content_negotiation offset serverDetails
server 1.1- synapse_config_file_path userAgent
server 4.1- enable_security_deployment_interceptor roles[]
server.get_request_processor[] 1.1- class item
server 4.5- graceful_shutdown_enabled graceful_shutdown_timeout
server 4.3- strict_service_path_validation
server_conf[].param[] 4.1- key value
server_conf[] 4.1- title
server_configuration 4.3- carbon_log_file_path deployment_toml_path diagnostic_log_file_path diagnostic_tool_enabled
server_configuration 4.3- logs_directory process_id_path updates_config_path
service_catalog[] 4.0- apim_host enable password username
service_catalog[] 4.3- executor_threads
sftp_uploader 4.3- directory enabled host known_hosts_path password port strict_host_key_checking username
super_admin 1.1- admin_role create_admin_account password username
synapse_handlers[] 1.2- class name
synapse_handlers[].parameters[] 4.3- name value
synapse_properties 1.1- *
system.parameter 1.1- *
task_handling 4.6- enable_task_delete_barrier
task_handling 4.5- persist_message_processor_state
task_handling 1.2- resolver_class resolving_frequency resolving_period
task_resolver[] 1.2- task_nodes task_server_count
traffic_analyzer 4.3- last_fifteen_seconds_requests_delay last_fifteen_seconds_requests_enabled
traffic_analyzer 4.3- last_fifteen_seconds_requests_interval last_fifteen_seconds_requests_window_size
traffic_analyzer 4.3- last_minutes_requests_delay last_minutes_requests_enabled last_minutes_requests_interval
traffic_analyzer 4.3- last_minutes_requests_window_size last_second_requests_delay last_second_requests_enabled
traffic_analyzer 4.3- last_second_requests_interval last_second_requests_windows_size notify_interval
transaction_counter 1.2- data_source enable update_interval
transport.bapi.listener.parameter 1.1-1.1 *
transport.blocking.http.listener 1.1- enable hostname origin_server port request_core_thread_pool_size
transport.blocking.http.listener 1.1- request_max_thread_pool_size request_tcp_no_delay request_timeout
transport.blocking.http.listener 1.1- thread_keepalive_time thread_keepalive_time_unit
transport.blocking.http.listener.parameter 1.1- *
transport.blocking.http.sender 1.1- default_connections_per_host enable enable_client_caching omit_soap12_action
transport.blocking.http.sender 1.1- secured_enable so_timeout transfer_encoding
transport.blocking.http.sender.parameter 1.1- *
transport.blocking.http.sender 1.2- proxy_host proxy_port secured_default_connections_per_host
transport.blocking.http.sender 1.2- secured_enable_client_caching secured_omit_soap12_action secured_so_timeout
transport.blocking.http.sender 1.2- secured_transfer_encoding
transport.blocking.http.sender 4.2- proxy_password proxy_username
transport.blocking.http.sender 1.2-4.1 secured_proxy_host secured_proxy_port
transport.blocking.https.sender 1.1-1.1 default_connections_per_host enable_client_caching omit_soap12_action
transport.blocking.https.sender 1.1-1.1 so_timeout transfer_encoding
transport.blocking.https.sender.parameter 1.1- *
transport.blocking.jms.listener[] 1.1- name
transport.blocking.jms.listener[].parameter 1.1- * cache_level cache_user_transaction concurrent_consumer
transport.blocking.jms.listener[].parameter 1.1- connection_factory_name connection_factory_type consume_error_delay
transport.blocking.jms.listener[].parameter 1.1- consume_error_progression default_destination_type
transport.blocking.jms.listener[].parameter 1.1- default_reply_destination destination destination_type
transport.blocking.jms.listener[].parameter 1.1- durable_subscriber_client_id durable_subscriber_name idle_task_limit
transport.blocking.jms.listener[].parameter 1.1- initial_naming_factory initial_reconnection_duration jms_spec_version
transport.blocking.jms.listener[].parameter 1.1- max_concurrent_consumer max_consumer_error_retrieve_before_delay
transport.blocking.jms.listener[].parameter 1.1- max_jsm_connection max_message_per_task max_reconnect_duration
transport.blocking.jms.listener[].parameter 1.1- message_selector naming_security_credential naming_security_principal
transport.blocking.jms.listener[].parameter 1.1- password provider_url pub_sub_local receive_timeout
transport.blocking.jms.listener[].parameter 1.1- reconnect_interval reconnect_progress_factor session_acknowledgement
transport.blocking.jms.listener[].parameter 1.1- session_transaction subscription_durable transaction_jndi_name
transport.blocking.jms.listener[].parameter 1.1- transactionality username
transport.blocking.jms 1.2- listener_enable sender_enable
transport.blocking.jms.sender[] 1.1- name
transport.blocking.jms.sender[].parameter 1.1- * cache_level cache_user_transaction concurrent_consumer
transport.blocking.jms.sender[].parameter 1.1- connection_factory_name connection_factory_type consume_error_delay
transport.blocking.jms.sender[].parameter 1.1- consume_error_progression default_destination_type
transport.blocking.jms.sender[].parameter 1.1- default_reply_destination destination destination_type
transport.blocking.jms.sender[].parameter 1.1- durable_subscriber_client_id durable_subscriber_name idle_task_limit
transport.blocking.jms.sender[].parameter 1.1- initial_naming_factory initial_reconnection_duration jms_spec_version
transport.blocking.jms.sender[].parameter 1.1- max_concurrent_consumer max_consumer_error_retrieve_before_delay
transport.blocking.jms.sender[].parameter 1.1- max_jsm_connection max_message_per_task max_reconnect_duration
transport.blocking.jms.sender[].parameter 1.1- message_selector naming_security_credential naming_security_principal
transport.blocking.jms.sender[].parameter 1.1- password provider_url pub_sub_local receive_timeout reconnect_interval
transport.blocking.jms.sender[].parameter 1.1- reconnect_progress_factor session_acknowledgement session_transaction
transport.blocking.jms.sender[].parameter 1.1- subscription_durable transaction_jndi_name transactionality username
transport.blocking.jms.sender[].parameter 1.1- vender_class_loader
transport.blocking.mail.listener 1.1- enable name
transport.blocking.mail.listener.parameter 1.1- *
transport.blocking.mail.sender[] 1.1- name
transport.blocking.mail.sender[].parameter 1.1- * auth enable_tls from hostname password port username
transport.blocking.parameters[] 1.1- name value
transport.blocking.phase_order[] 4.2- phase_type
transport.blocking.phase_order[].phases[].handlers[] 4.2- handler_class handler_name handler_order_phase order_after
transport.blocking.phase_order[].phases[].handlers[] 4.2- order_before order_phase_first order_phase_last
transport.blocking.phase_order[].phases[].handlers[].handler_handlers[] 4.2- handler_class handler_name
transport.blocking.phase_order[].phases[] 4.2- phase_class phase_name
transport.blocking.rabbitmq.listener[] 4.0- name
transport.blocking.rabbitmq.listener[].parameter 4.0- *
transport.blocking.rabbitmq.listener[].parameter 4.1- channel_consumer_qos connection_factory connection_pool_size
transport.blocking.rabbitmq.listener[].parameter 4.1- consumer_tag durable exchange_auto_declare exchange_auto_delete
transport.blocking.rabbitmq.listener[].parameter 4.1- exchange_durable exchange_name exchange_type hostname
transport.blocking.rabbitmq.listener[].parameter 4.1- keystore_location keystore_password keystore_type
transport.blocking.rabbitmq.listener[].parameter 4.1- message_content_type password port queue_auto_ack
transport.blocking.rabbitmq.listener[].parameter 4.1- queue_auto_declare queue_auto_delete queue_exclusive queue_name
transport.blocking.rabbitmq.listener[].parameter 4.1- queue_routing_key retry_count retry_interval ssl_enable
transport.blocking.rabbitmq.listener[].parameter 4.1- ssl_version truststore_location truststore_password
transport.blocking.rabbitmq.listener[].parameter 4.1- truststore_type username
transport.blocking.rabbitmq 4.0- listener_enable sender_enable
transport.blocking.rabbitmq.sender[] 4.0- name
transport.blocking.rabbitmq.sender[].parameter 4.0- *
transport.blocking.rabbitmq.sender[].parameter 4.1- connection_factory connection_pool_size exchange_auto_declare
transport.blocking.rabbitmq.sender[].parameter 4.1- exchange_durable exchange_name exchange_type hostname
transport.blocking.rabbitmq.sender[].parameter 4.1- keystore_location keystore_password keystore_type password port
transport.blocking.rabbitmq.sender[].parameter 4.1- queue_auto_declare queue_auto_delete queue_delivery_mode
transport.blocking.rabbitmq.sender[].parameter 4.1- queue_durable queue_exclusive queue_name reply_to_name routing_key
transport.blocking.rabbitmq.sender[].parameter 4.1- ssl_enable ssl_version truststore_location truststore_password
transport.blocking.rabbitmq.sender[].parameter 4.1- truststore_type username
transport.blocking.sap.listener.bapi 1.2- class enable
transport.blocking.sap.listener.bapi.parameter 1.2- *
transport.blocking.sap.listener.idoc 1.2- class enable
transport.blocking.sap.listener.idoc.parameter 1.2- *
transport.blocking.sap.sender.bapi 1.2- class enable
transport.blocking.sap.sender.bapi.parameter 1.2- *
transport.blocking.sap.sender.idoc 1.2- class enable
transport.blocking.sap.sender.idoc.parameter 1.2- *
transport.blocking.tcp.listener 1.1- content_type[] enable
transport.blocking.tcp.listener.parameter 1.1- *
transport.blocking.tcp.sender 1.1- enable
transport.blocking.tcp.sender.parameter 1.1- *
transport.blocking.udp.listener 1.1- enable
transport.blocking.udp.listener.parameter 1.1- *
transport.blocking.udp.sender 1.1- enable
transport.blocking.udp.sender.parameter 1.1- *
transport.client 4.2- default_max_connection_per_host drilldown_to_root_cause_for_fault_reason
transport.client 4.2- http_content_negotiation max_total_connections send_stacktrace_details_with_fault
transport.client.http.properties 4.2- *
transport.client.https.properties 4.2- *
transport 1.1- default_content_type
transport.fix.listener 1.1- enable
transport.fix.listener.parameter.parameter 1.1- *
transport.fix.sender 1.1- enable
transport.fix.sender.parameter.parameter 1.1- *
transport.http 4.1- block_service_list
transport.http 4.3- close_socket_on_endpoint_timeout consume_and_discard consume_and_discard_by_secondary_pool
transport.http 4.3- expected_max_queueing_time expected_max_queueing_time_for_message_discard_worker
transport.http 4.3- secondary_worker_pool_queue_length secondary_worker_pool_size_core secondary_worker_pool_size_max
transport.http 1.2- connection_timeout
transport.http 1.1- core_worker_pool_size disable_connection_keepalive enable_message_size_validation
transport.http 1.1- force_json_validation force_xml_validation io_buffer_size max_http_connection_per_host_port
transport.http 1.1- max_message_size_bytes max_open_connections max_worker_pool_size preserve_http_headers[]
transport.http 1.1- preserve_http_server_name preserve_http_user_agent reverse_proxy_mode socket_timeout
transport.http 1.1- worker_pool_queue_length
transport.http.listener 1.1- bind_address certificate_revocation_cache_delay certificate_revocation_cache_size
transport.http.listener 1.1- certificate_revocation_verifier_enable class enable port secured_bind_address
transport.http.listener 1.1- secured_enable secured_port secured_protocols secured_wsdl_epr_prefix verify_client
transport.http.listener 1.1- wsdl_epr_prefix
transport.http.listener.keystore 1.1-1.1 file_name
transport.http.listener.keystore 4.2- key_alias
transport.http.listener.keystore 1.1- key_password password type
transport.http.listener.keystore 1.2- location
transport.http.listener.parameter 1.1- *
transport.http.listener.parameter 4.1- port
transport.http.listener 1.2- preferred_ciphers
transport.http.listener.ssl_profile 1.1- file_path read_interval
transport.http.listener.truststore 1.1-1.1 file_name
transport.http.listener.truststore 1.2- location
transport.http.listener.truststore 1.1- password type
transport.http.proxy_profile[].bypass_hosts 1.1- toList
transport.http.proxy_profile[] 1.1- bypass_hosts[] proxy_host proxy_password proxy_port proxy_username target_hosts[]
transport.http.proxy_profile[].target_hosts 1.1- toList
transport.http.secured_proxy_profile[].bypass_hosts 1.1- toList
transport.http.secured_proxy_profile[] 1.1- bypass_hosts[] proxy_host proxy_password proxy_port proxy_username
transport.http.secured_proxy_profile[] 1.1- target_hosts[]
transport.http.secured_proxy_profile[].target_hosts 1.1- toList
transport.http.sender 1.1- certificate_revocation_cache_delay certificate_revocation_cache_size
transport.http.sender 1.1- certificate_revocation_verifier_enable class enable hostname_verifier non_proxy_hosts[]
transport.http.sender 1.1- proxy_host proxy_port secured_enable warn_on_http_500
transport.http.sender.keystore 1.1-1.1 file_name
transport.http.sender.keystore 4.2- key_alias
transport.http.sender.keystore 1.1- key_password password type
transport.http.sender.keystore 1.2- location
transport.http.sender.parameter 1.1- *
transport.http.sender 4.2- proxy_password proxy_username secured_non_proxy_hosts[] secured_proxy_password
transport.http.sender 4.2- secured_proxy_username
transport.http.sender 1.2- secured_protocols secured_proxy_host secured_proxy_port
transport.http.sender.ssl_profile 1.1- file_path read_interval
transport.http.sender.truststore 1.1-1.1 file_name
transport.http.sender.truststore 1.2- location
transport.http.sender.truststore 1.1- password type
transport.https.listener 1.1- class
transport.https.listener.parameter 1.1- *
transport.https.listener.parameter 4.1- port
transport.https.sender 1.1- class
transport.https.sender.parameter 1.1- *
transport.jms.listener[] 1.1- name
transport.jms.listener[].parameter 1.1- * cache_level cache_user_transaction concurrent_consumer
transport.jms.listener[].parameter 1.1- connection_factory_name connection_factory_type consume_error_delay
transport.jms.listener[].parameter 1.1- consume_error_progression default_destination_type default_reply_destination
transport.jms.listener[].parameter 1.1- destination destination_type durable_subscriber_client_id
transport.jms.listener[].parameter 1.1- durable_subscriber_name idle_task_limit initial_naming_factory
transport.jms.listener[].parameter 1.1- initial_reconnection_duration jms_spec_version max_concurrent_consumer
transport.jms.listener[].parameter 1.1- max_consumer_error_retrieve_before_delay max_jsm_connection
transport.jms.listener[].parameter 1.1- max_message_per_task max_reconnect_duration message_selector
transport.jms.listener[].parameter 1.1- naming_security_credential naming_security_principal password provider_url
transport.jms.listener[].parameter 1.1- pub_sub_local receive_timeout reconnect_interval reconnect_progress_factor
transport.jms.listener[].parameter 1.1- session_acknowledgement session_transaction subscription_durable
transport.jms.listener[].parameter 1.1- transaction_jndi_name transactionality username
transport.jms.listener[].parameter 4.1- reply_destination
transport.jms 4.3- listener_class sender_class
transport.jms 1.2- listener_enable sender_enable
transport.jms.sender[] 1.1- name
transport.jms.sender[].parameter 1.1- * cache_level cache_user_transaction concurrent_consumer connection_factory_name
transport.jms.sender[].parameter 1.1- connection_factory_type consume_error_delay consume_error_progression
transport.jms.sender[].parameter 1.1- default_destination_type default_reply_destination destination destination_type
transport.jms.sender[].parameter 1.1- durable_subscriber_client_id durable_subscriber_name idle_task_limit
transport.jms.sender[].parameter 1.1- initial_naming_factory initial_reconnection_duration jms_spec_version
transport.jms.sender[].parameter 1.1- max_concurrent_consumer max_consumer_error_retrieve_before_delay
transport.jms.sender[].parameter 1.1- max_jsm_connection max_message_per_task max_reconnect_duration message_selector
transport.jms.sender[].parameter 1.1- naming_security_credential naming_security_principal password provider_url
transport.jms.sender[].parameter 1.1- pub_sub_local receive_timeout reconnect_interval reconnect_progress_factor
transport.jms.sender[].parameter 1.1- session_acknowledgement session_transaction subscription_durable
transport.jms.sender[].parameter 1.1- transaction_jndi_name transactionality username vender_class_loader
transport.jms.sender[].parameter 4.1- reply_destination
transport.jndi.connection_factories 1.1- *
transport.jndi.queue 1.1- *
transport.jndi.topic 1.1- *
transport.local.sender.nonblocking 1.1- enable
transport.mail.listener 1.1- enable name
transport.mail.listener.parameter 1.1- *
transport.mail.sender[] 1.1- name
transport.mail.sender[].parameter 1.1- * auth enable_tls from hostname password port username
transport.modules[] 1.1- ref
transport.mqtt.listener 1.1- blocking_sender client_id connect_type connection_factory enable enable_ssl hostname
transport.mqtt.listener 1.1- message_retained server_port session_clean subscription_password subscription_qos
transport.mqtt.listener 1.1- subscription_username temporary_store_directory topic_name
transport.mqtt.listener.parameter 1.1- *
transport.mqtt.sender 1.1- enable
transport.mqtt.sender.parameter 1.1- *
transport.msmq.listener 1.1- enable hostname
transport.msmq.listener.parameter 1.1- *
transport.msmq.sender 1.1- enable
transport.msmq.sender.parameter 1.1- *
transport.netty.http.sender 4.1- certificate_revocation_cache_delay certificate_revocation_cache_size
transport.netty.http.sender 4.1- certificate_revocation_verifier_enable class enable secured_enable
transport.netty.http.sender.parameter 4.1- *
transport.netty.https.sender 4.1- class
transport.netty.https.sender.keystore 4.1- key_password location password type
transport.netty.https.sender.parameter 4.1- *
transport.netty.https.sender.truststore 4.1- location password type
transport.parameters[] 1.1- name value
transport.phase_order[] 1.1- phase_type
transport.phase_order[].phases[].handlers[] 1.1- handler_class handler_name handler_order_phase order_after
transport.phase_order[].phases[].handlers[] 1.1- order_before order_phase_first order_phase_last
transport.phase_order[].phases[].handlers[].handler_handlers[] 4.1- handler_class handler_name
transport.phase_order[].phases[] 1.1- phase_class phase_name
transport.rabbitmq.listener.AMQPConnectionFactory 1.1-1.1 channel_consumer_qos connection_factory connection_pool_size
transport.rabbitmq.listener.AMQPConnectionFactory 1.1-1.1 consumer_tag durable exchange_auto_declare
transport.rabbitmq.listener.AMQPConnectionFactory 1.1-1.1 exchange_auto_delete exchange_durable exchange_name
transport.rabbitmq.listener.AMQPConnectionFactory 1.1-1.1 exchange_type hostname keystore_file_name keystore_password
transport.rabbitmq.listener.AMQPConnectionFactory 1.1-1.1 keystore_type message_content_type password port
transport.rabbitmq.listener.AMQPConnectionFactory 1.1-1.1 queue_auto_ack queue_auto_declare queue_auto_delete
transport.rabbitmq.listener.AMQPConnectionFactory 1.1-1.1 queue_exclusive queue_name queue_routing_key retry_count
transport.rabbitmq.listener.AMQPConnectionFactory 1.1-1.1 retry_interval ssl_enable ssl_version truststore_file_name
transport.rabbitmq.listener.AMQPConnectionFactory 1.1-1.1 truststore_password truststore_type username
transport.rabbitmq.listener.AMQPConnectionFactory.parameter 1.1-1.1 *
transport.rabbitmq.listener 1.1-1.1 name
transport.rabbitmq.listener[] 1.2- name
transport.rabbitmq.listener[].parameter 1.2- * channel_consumer_qos connection_factory connection_pool_size
transport.rabbitmq.listener[].parameter 1.2- consumer_tag durable exchange_auto_declare exchange_auto_delete
transport.rabbitmq.listener[].parameter 1.2- exchange_durable exchange_name exchange_type hostname keystore_location
transport.rabbitmq.listener[].parameter 1.2- keystore_password keystore_type message_content_type password port
transport.rabbitmq.listener[].parameter 1.2- queue_auto_ack queue_auto_declare queue_auto_delete queue_exclusive
transport.rabbitmq.listener[].parameter 1.2- queue_name queue_routing_key retry_count retry_interval ssl_enable
transport.rabbitmq.listener[].parameter 1.2- ssl_version truststore_location truststore_password truststore_type
transport.rabbitmq.listener[].parameter 1.2- username
transport.rabbitmq.listener[].parameter 4.3- virtual_host
transport.rabbitmq 1.2- listener_enable sender_enable
transport.rabbitmq.sender.AMQPConnectionFactory 1.1-1.1 connection_pool_size exchange_auto_declare exchange_durable
transport.rabbitmq.sender.AMQPConnectionFactory 1.1-1.1 exchange_name exchange_type hostname password port
transport.rabbitmq.sender.AMQPConnectionFactory 1.1-1.1 queue_auto_declare queue_auto_delete queue_delivery_mode
transport.rabbitmq.sender.AMQPConnectionFactory 1.1-1.1 queue_durable queue_exclusive queue_name reply_to_name
transport.rabbitmq.sender.AMQPConnectionFactory 1.1-1.1 routing_key username
transport.rabbitmq.sender.AMQPConnectionFactory.parameter 1.1- *
transport.rabbitmq.sender 1.1- name
transport.rabbitmq.sender[] 1.2- name
transport.rabbitmq.sender[].parameter 1.2- * connection_pool_size exchange_auto_declare exchange_durable exchange_name
transport.rabbitmq.sender[].parameter 1.2- exchange_type hostname password port queue_auto_declare queue_auto_delete
transport.rabbitmq.sender[].parameter 1.2- queue_delivery_mode queue_durable queue_exclusive queue_name reply_to_name
transport.rabbitmq.sender[].parameter 1.2- routing_key username
transport.rabbitmq.sender[].parameter 4.5- borrow_max_wait_millis exhaust_warn_interval max_idle_per_key
transport.rabbitmq.sender[].parameter 4.5- minimum_evictable_idle_time time_between_eviction_runs
transport.rabbitmq.sender[].parameter 4.1- connection_factory keystore_location keystore_password keystore_type
transport.rabbitmq.sender[].parameter 4.1- ssl_enable ssl_version truststore_location truststore_password
transport.rabbitmq.sender[].parameter 4.1- truststore_type
transport.rabbitmq.sender[].parameter 4.3- virtual_host
transport.sap.listener.bapi 1.1- class enable
transport.sap.listener.bapi.parameter 1.2- *
transport.sap.listener 1.1-1.1 enable
transport.sap.listener.idoc 1.1- class enable
transport.sap.listener.idoc.parameter 1.2- *
transport.sap.listener.parameter 1.1-1.1 *
transport.sap.sender.bapi 1.1- class enable
transport.sap.sender.bapi.parameter 1.1- *
transport.sap.sender 1.1-1.1 enable
transport.sap.sender.idoc 1.1- class enable
transport.sap.sender.idoc.parameter 1.1- *
transport.tcp.listener 1.1- content_type[] enable hostname port response_client
transport.tcp.listener.parameter 1.1- *
transport.tcp.sender 1.1- enable
transport.tcp.sender.parameter 1.1- *
transport.udp.listener 1.1- enable
transport.udp.listener.parameter 1.1- *
transport.udp.sender 1.1- enable
transport.udp.sender.parameter 1.1- *
transport.vfs.listener 1.1- enable
transport.vfs.listener.keystore 1.1- alias key_password password type
transport.vfs.listener.keystore 1.1-1.1 file_name
transport.vfs.listener.keystore 1.2- location
transport.vfs.listener.parameter 1.1- *
transport.vfs.sender 1.1- enable
transport.vfs.sender.parameter 1.1- *
transport.ws.sender 1.1- enable outflow_dispatch_fault_sequence outflow_dispatch_sequence
transport.ws.sender.parameter 1.1- *
transport.wss.sender 1.1- enable outflow_dispatch_fault_sequence outflow_dispatch_sequence truststore_location
transport.wss.sender 1.1- truststore_password
transport.wss.sender.parameter 1.1- *
truststore 1.1- file_name password type
user_store 1.1- anonymous_bind back_links_enabled class connection_name connection_password connection_pooling_enabled
user_store 1.1- connection_url display_name_attribute group_name_attribute group_name_list_filter
user_store 1.1- group_name_search_filter group_search_base ldap_connection_timeout max_role_name_list_length
user_store 1.1- max_user_name_list_length membership_attribute multi_attribute_separator password_hash_method
user_store 1.1- password_java_regex read_groups read_timeout replace_escape_characters_at_user_login retry_attempts
user_store 1.1- rolename_java_regex scim_enabled user_name_attribute user_name_list_filter user_name_search_filter
user_store 1.1- user_roles_cache_enabled user_search_base username_java_regex
user_store 1.2- case_insensitive_username case_sensitive_authorization_rules connection_retry_delay
user_store 1.2- count_retriever_class disable domain_name driver_name empty_roles_allowed group_entry_object_class
user_store 1.2- is_bulk_import_supported kdc_enabled member_of_attribute membership_attribute_range
user_store 1.2- notification_receivers_retrieval_class password_digest password_java_regex_violation_error_msg
user_store 1.2- password_javascript_regex read_only role_dn_pattern rolename_javascript_regex
user_store 1.2- ssl_certificate_validation_enabled store_salted_password type
user_store 1.2- use_case_sensitive_username_for_cache_keys user_dn_pattern user_entry_object_class
user_store 1.2- username_java_regex_violation_error_msg username_javascript_regex write_groups
user_store.properties 1.1- *
zip_file_configuration 4.3- max_count output_directory
`;
