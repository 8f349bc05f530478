#!/bin/sh
# Does what the start script of a release does, as far as it shows from outside.
HOME_FOLDER=${WSO2_SERVER_HOME}

for argument in "$@"; do
  case $argument in
    stop | -stop | --stop)
      kill -TERM $(cat ${HOME_FOLDER}/wso2carbon.pid)
      exit 0
      ;;
  esac
done

cd ${HOME_FOLDER}
rm -rf ${HOME_FOLDER}/tmp/*

if [ -z "$JVM_MEM_OPTS" ]; then
  JVM_MEM_OPTS="-Xms256m -Xmx1024m"
fi

# 121 is how a server asks to be started again.
status=121
while [ "$status" = 121 ]; do
  ${JAVA_HOME}/bin/java $JVM_MEM_OPTS -XX:+HeapDumpOnOutOfMemoryError $JAVA_OPTS "$@"
  status=$?
done
