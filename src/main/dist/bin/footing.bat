@echo off
rem Starts Footing with the Java it finds. FOOTING_JAVA_HOME names one; FOOTING_OPTS are passed to it.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "FOUND="

if not defined FOOTING_JAVA_HOME goto search
call :try "%FOOTING_JAVA_HOME%"
if defined FOUND goto start
echo footing: FOOTING_JAVA_HOME=%FOOTING_JAVA_HOME% is not the home of a Java %NEEDED% or newer. 1>&2
exit /b 2

:search
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
for %%R in (
    "%ProgramFiles%\Eclipse Adoptium"
    "%ProgramFiles%\Java"
    "%ProgramFiles%\Microsoft"
    "%ProgramFiles%\Amazon Corretto"
    "%ProgramFiles%\Zulu"
    "%ProgramFiles%\BellSoft"
    "%LocalAppData%\Programs\Eclipse Adoptium"
    "%UserProfile%\.jdks"
) do if exist "%%~R" for /d %%J in ("%%~R\*") do call :try "%%~fJ"
if defined FOUND goto start
echo footing: no Java %NEEDED% or newer found. Install one, for example Eclipse Temurin %NEEDED%, or set FOOTING_JAVA_HOME to its folder. 1>&2
exit /b 2

:start
rem -XX:AOTCache: see CONTRIBUTING, "A faster start". A cache that does not fit is passed over, without a word.
set "CACHE="
if exist "%~dp0..\lib\footing.aot" set CACHE="-XX:AOTCache=%~dp0..\lib\footing.aot" "-Xlog:aot*=off,cds*=off"
"%FOUND%\bin\java.exe" -XX:TieredStopAtLevel=1 %CACHE% %FOOTING_OPTS% -jar "%~dp0..\lib\footing.jar" %*
exit /b %ERRORLEVEL%

rem Sets FOUND, unless it is set, when the folder %1 is the home of a Java that is new enough by its release file.
:try
if defined FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    for /f "tokens=1 delims=.-+" %%M in ("%%~V") do if %%M GEQ %NEEDED% set "FOUND=%~1"
)
exit /b 0
